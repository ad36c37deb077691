import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../src/main/electron/windows/window-options.ts';

const options = windowOptions({
  preload: '/app/preload.cjs',
  isDark: false,
  hasDevTools: false,
  bounds: { width: 1440, height: 900 },
});

describe('the options of the window', () => {
  it('row 2, row 3, row 4, row 6, row 8, row 9, row 10, row 11: are these and no others', () => {
    expect(options).toStrictEqual({
      width: 1440,
      height: 900,
      minWidth: 960,
      minHeight: 600,
      title: 'Vis-à-vis',
      show: false,
      backgroundColor: '#f4f5f2',
      webPreferences: {
        preload: '/app/preload.cjs',
        partition: 'vav',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: false,
      },
    });
  });

  it('row 10: name no experimental feature of Blink', () => {
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('keep nothing of the session on the disk', () => {
    expect(options.webPreferences?.partition).not.toMatch(/^persist:/);
  });
});
