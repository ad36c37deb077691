import { describe, expect, test } from 'vitest';
import { electronEnv, electronFlags, lacksDisplay, xauthority } from '../../../scripts/lib/display.mjs';

const machine = (over: object) => ({ platform: 'linux' as const, uid: 1000, env: { DISPLAY: ':0' }, ...over });

describe('what Electron is told', () => {
  test('nothing on a desk', () => {
    expect(electronFlags(machine({}))).toEqual([]);
    expect(electronFlags(machine({ env: { WAYLAND_DISPLAY: 'wayland-0' } }))).toEqual([]);
    expect(electronFlags(machine({ platform: 'win32', uid: null, env: {} }))).toEqual([]);
    expect(electronFlags(machine({ platform: 'darwin', uid: 501, env: {} }))).toEqual([]);
  });

  test('no sandbox for root on Linux, and for nobody else', () => {
    expect(electronFlags(machine({ uid: 0 }))).toEqual(['--no-sandbox']);
    expect(electronFlags(machine({ uid: 65534, env: {} }))).not.toContain('--no-sandbox');
  });

  test('to draw in software without a screen, and on the virtual one that stands in for it', () => {
    const flags = electronFlags(machine({ env: {} }));
    expect(flags).toContain('--use-angle=swiftshader');
    expect(electronFlags(machine({ env: { DISPLAY: ':99', VAV_VIRTUAL_DISPLAY: '1' } }))).toEqual(flags);
  });

  test('the same by environment, for the tools that start it', () => {
    const env = electronEnv('/opt/electron', machine({ uid: 0 }));
    expect(env).toEqual({ ELECTRON_EXEC_PATH: '/opt/electron', VAV_ELECTRON_FLAGS: '["--no-sandbox"]' });
  });
});

test('only Linux can lack a display', () => {
  expect(lacksDisplay(machine({ env: {} }))).toBe(true);
  expect(lacksDisplay(machine({ platform: 'win32', env: {} }))).toBe(false);
});

test('the display is opened with one cookie for any host and any number', () => {
  const file = xauthority(Buffer.alloc(16, 7));
  expect(file.subarray(0, 6)).toEqual(Buffer.from([0xff, 0xff, 0, 0, 0, 0]));
  expect(file.toString('latin1', 8, 26)).toBe('MIT-MAGIC-COOKIE-1');
  expect(file.length).toBe(6 + 2 + 18 + 2 + 16);
});
