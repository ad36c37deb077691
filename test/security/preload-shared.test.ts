import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SharedBridge } from '../../src/shared/contract/wire.ts';

type Listener = (...args: unknown[]) => void;
const fake = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  ipc: new Map<string, (...args: unknown[]) => void>(),
  invoke: vi.fn(),
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (key: string, api: unknown) => fake.exposed.set(key, api) },
  ipcRenderer: { on: (channel: string, listener: Listener) => fake.ipc.set(channel, listener), invoke: fake.invoke },
}));

let bridge: SharedBridge;

beforeAll(async () => {
  await import('../../src/preload/shared.ts');
  bridge = fake.exposed.get('vavShared') as SharedBridge;
});

beforeEach(() => {
  fake.invoke.mockReset().mockResolvedValue(null);
});

describe('the bridge of the person’s window', () => {
  it('row 44: is all the page gets: {ask, on}, frozen, and no call', () => {
    expect([...fake.exposed.keys()]).toEqual(['vavShared']);
    expect(Object.keys(bridge)).toEqual(['ask', 'on']);
    expect(Object.isFrozen(bridge)).toBe(true);
  });

  it('row 44: asks on one channel, and says nothing there', async () => {
    await (bridge.ask as (...args: unknown[]) => Promise<unknown>)('caseFile.portfolio', {});
    expect(fake.invoke.mock.calls).toEqual([['vav:shared']]);
  });

  it('row 44: hears one channel, and gives the page what is to be shown and nothing else', () => {
    const heard = vi.fn();
    bridge.on(heard);
    expect([...fake.ipc.keys()]).toEqual(['vav:shared']);
    fake.ipc.get('vav:shared')?.({ sender: 'secret' }, { content: { kind: 'pause' } });
    expect(heard.mock.calls).toEqual([[{ content: { kind: 'pause' } }]]);
  });

  it('row 44: has one listener, the last one', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    bridge.on(first);
    bridge.on(second);
    fake.ipc.get('vav:shared')?.({}, 1);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    expect(() => bridge.on({} as never)).toThrow(TypeError);
  });
});
