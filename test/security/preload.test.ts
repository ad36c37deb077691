import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '../../src/shared/contract/wire.ts';

type Listener = (...args: unknown[]) => void;
const fake = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  ipc: new Map<string, (...args: unknown[]) => void>(),
  dom: new Map<string, (event: unknown) => void>(),
  invoke: vi.fn(),
  send: vi.fn(),
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (key: string, api: unknown) => fake.exposed.set(key, api) },
  ipcRenderer: {
    on: (channel: string, listener: Listener) => fake.ipc.set(channel, listener),
    invoke: fake.invoke,
    send: fake.send,
  },
  webUtils: { getPathForFile: (file: { path: string }) => file.path },
}));

let bridge: Bridge;

beforeAll(async () => {
  vi.stubGlobal('window', {
    addEventListener: (name: string, listener: (event: unknown) => void) => fake.dom.set(name, listener),
  });
  await import('../../src/preload/index.ts');
  bridge = fake.exposed.get('vav') as Bridge;
});

beforeEach(() => {
  fake.invoke.mockReset().mockResolvedValue({ ok: true });
  fake.send.mockReset();
});

const tell = (name: string, payload: unknown): void => fake.ipc.get('vav:event')?.({ sender: 'secret' }, name, payload);

describe('the bridge', () => {
  it('row 20: is all the page gets: {call, on}, frozen', () => {
    expect([...fake.exposed.keys()]).toEqual(['vav']);
    expect(Object.keys(bridge)).toEqual(['call', 'on']);
    expect(Object.isFrozen(bridge)).toBe(true);
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true);
  });

  it('row 20: forwards a call on one channel, whatever its name says', async () => {
    await bridge.call('settings.get', { a: 1 });
    await bridge.call('vav:drop', '/etc');
    expect(fake.invoke.mock.calls).toEqual([
      ['vav:call', 'settings.get', { a: 1 }],
      ['vav:call', 'vav:drop', '/etc'],
    ]);
  });

  it.each([undefined, null, 1, {}, 'x'.repeat(65)])('row 20: does not forward %j as a name', async (name) => {
    expect(await bridge.call(name as string, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
    expect(fake.invoke).not.toHaveBeenCalled();
  });

  it.each([
    '',
    'settings',
    'vav:event',
    'a.b.c',
    'Settings.changed',
    ' a.b',
    'a.b\n',
    '__proto__',
    `a.${'b'.repeat(64)}`,
    null,
    {},
  ])('row 20: has no event %j', (name) => expect(() => bridge.on(name as string, () => undefined)).toThrow(TypeError));

  it('row 20: refuses a listener that is not a function', () => {
    expect(() => bridge.on('settings.changed', {} as never)).toThrow(TypeError);
  });

  it('row 20: gives a listener the payload and nothing else, until it leaves', () => {
    const listener = vi.fn();
    const other = vi.fn();
    const leave = bridge.on('settings.changed', listener);
    bridge.on('workspace.changed', other);
    tell('settings.changed', { zoom: 100 });
    leave();
    leave();
    tell('settings.changed', { zoom: 110 });
    expect(listener.mock.calls).toEqual([[{ zoom: 100 }]]);
    expect(other).not.toHaveBeenCalled();
  });

  it('row 20: keeps two subscriptions of one function apart', () => {
    const listener = vi.fn();
    const leave = bridge.on('settings.changed', listener);
    const leaveAgain = bridge.on('settings.changed', listener);
    leave();
    tell('settings.changed', 1);
    leaveAgain();
    tell('settings.changed', 2);
    expect(listener.mock.calls).toEqual([[1]]);
  });
});

describe('what is dropped', () => {
  const drop = (change: object): { preventDefault: ReturnType<typeof vi.fn> } => {
    const event = {
      isTrusted: true,
      dataTransfer: { types: ['Files'], files: [{ path: '/data' }] },
      preventDefault: vi.fn(),
      ...change,
    };
    fake.dom.get('drop')?.(event);
    return event;
  };

  it('row 26: goes to the main process as a path', () => {
    expect(drop({}).preventDefault).toHaveBeenCalledOnce();
    expect(fake.send.mock.calls).toEqual([['vav:drop', '/data']]);
  });

  it('row 26: is ignored when the page made it up, or when it is text', () => {
    drop({ isTrusted: false });
    drop({ dataTransfer: { types: ['text/plain'], files: [] } });
    drop({ dataTransfer: null });
    expect(fake.send).not.toHaveBeenCalled();
  });
});
