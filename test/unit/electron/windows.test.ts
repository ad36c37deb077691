import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { appMenu } from '../../../src/main/electron/windows/app-menu.ts';
import {
  fitToDisplays,
  parseState,
  readWindowState,
  writeWindowState,
} from '../../../src/main/electron/windows/window-state.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const second = { x: 1920, y: 0, width: 1920, height: 1080 };
const at = (x: number, y: number, width = 1440, height = 900) => ({
  bounds: { x, y, width, height },
  isMaximised: false,
});

describe('where the window was', () => {
  it('is kept and found again', () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-state-'));
    const file = path.join(dir, 'window-state.json');
    const state = { ...at(100, 50), isMaximised: true };
    writeWindowState(file, state, silentLog);
    expect(readWindowState(file, [screen])).toEqual(state);
    expect(fs.readdirSync(dir)).toEqual(['window-state.json']);
    fs.rmSync(dir, { recursive: true });
  });

  it('is forgotten when its screen is gone, and its size kept', () => {
    expect(fitToDisplays(at(2000, 50), [screen, second])).toEqual(at(2000, 50));
    expect(fitToDisplays(at(2000, 50), [screen]).bounds).toEqual({ width: 1440, height: 900 });
  });

  it.each([
    ['above the screen', at(100, -200)],
    ['below it', at(100, 1079)],
    ['almost off its right edge', at(1900, 100)],
    ['almost off its left edge', at(-1400, 100)],
  ])('is forgotten when the title bar is %s', (_where, state) => {
    expect(fitToDisplays(state, [screen]).bounds).not.toHaveProperty('x');
  });

  it('is never smaller than the interface needs', () => {
    expect(fitToDisplays(at(10, 10, 20, 20), [screen]).bounds).toMatchObject({ width: 960, height: 600 });
  });

  it.each([
    '',
    '{',
    'null',
    '{}',
    '{"bounds":{"x":1,"y":2,"width":"wide","height":4}}',
    '{"bounds":{"x":1e99,"y":0,"width":1,"height":1}}',
  ])('is the middle of the screen when the file holds %j', (text) => {
    expect(() => parseState(text)).toThrow();
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-state-'));
    fs.writeFileSync(path.join(dir, 'a.json'), text);
    expect(readWindowState(path.join(dir, 'a.json'), [screen])).toEqual({
      bounds: { width: 1440, height: 900 },
      isMaximised: false,
    });
    fs.rmSync(dir, { recursive: true });
  });

  it('is no reason to fail when it cannot be written', () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-state-'));
    const log = { ...silentLog, warn: vi.fn() };
    // A folder stands where the file should be.
    writeWindowState(dir, at(0, 0), log);
    expect(log.warn).toHaveBeenCalledWith('window.stateNotKept', { code: expect.any(String) as unknown });
    expect(fs.readdirSync(dir)).toEqual([]);
    fs.rmSync(dir, { recursive: true });
  });
});

describe('the menu nobody sees', () => {
  const roles = (hasDevTools: boolean): readonly unknown[] =>
    appMenu(hasDevTools).flatMap(({ submenu }) => (submenu as readonly { role: string }[]).map(({ role }) => role));

  it('gives the keys of text fields and of the zoom', () => {
    expect(roles(false)).toEqual(expect.arrayContaining(['copy', 'paste', 'undo', 'zoomIn', 'zoomOut', 'resetZoom']));
  });

  it('row 32: gives developer tools in development only', () => {
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
  });
});
