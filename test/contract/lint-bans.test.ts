/** Each ban of scripts/lib/lint-bans.mjs refuses what it must where it must, and lets its door through. */
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { banConfigs, bans } from '../../scripts/lib/lint-bans.mjs';

const parsing: Linter.Config = {
  files: ['**/*.{ts,tsx}'],
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { ecmaFeatures: { jsx: true } },
  },
};

function bansBrokenBy(code: string, file: string): readonly string[] {
  const messages = new Linter().verify(code, [parsing, ...(banConfigs as Linter.Config[])], { filename: file });
  return messages.map((message) => message.ruleId ?? message.message);
}

const REFUSED: readonly (readonly [ban: string, file: string, code: string])[] = [
  ['bit-stable-math', 'src/shared/scoring/employers.v1.ts', 'export const x = Math.log2(3);'],
  ['bit-stable-math', 'src/shared/scoring/employers.v1.ts', 'export const x = 2 ** 3;'],
  ['bit-stable-math', 'src/shared/kernel/log2.ts', 'const { pow } = Math; export const x = pow(2, 3);'],
  ['bit-stable-math', 'src/shared/scoring/spread-order.ts', 'export const x = Math.random();'],
  ['clock', 'src/shared/scoring/employers.v1.ts', 'export const t = Date.now();'],
  ['clock', 'src/shared/domain/plan/plan.rules.ts', 'export const t = new Date();'],
  ['clock', 'src/main/plan/plan.use-cases.ts', 'export const t = new Date();'],
  ['plain-output', 'src/renderer/ui/note.tsx', 'export const n = <p dangerouslySetInnerHTML={{ __html: "" }} />;'],
  ['external-links', 'src/main/electron/windows/main-window.ts', 'void shell.openExternal(url);'],
  ['external-links', 'src/main/electron/windows/main-window.ts', 'const { openExternal } = shell;'],
  ['window-options', 'src/main/electron/windows/main-window.ts', 'void window.loadFile("index.html");'],
  ['window-options', 'src/main/electron/windows/main-window.ts', 'export const o = { webSecurity: false };'],
  ['named-exports', 'src/renderer/ui/button.tsx', 'export default function Button() {}'],
  ['raw-ipc', 'src/main/electron/lifecycle.ts', 'import { ipcMain } from "electron"; ipcMain;'],
  ['raw-ipc', 'src/main/electron/lifecycle.ts', 'import * as electron from "electron"; electron.ipcMain.on("x", f);'],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['src/shared/scoring/employers.v1.ts', 'export const x = Math.sqrt(2) + Math.round(1.5);'],
  ['src/renderer/features/map/map.ts', 'export const x = Math.sin(1);'],
  ['src/shared/kernel/clock.ts', 'export const system = { now: () => Date.now() };'],
  ['src/shared/kernel/local-date.ts', 'export const d = (ms: number) => new Date(ms);'],
  ['src/main/electron/security/external-links.ts', 'void shell.openExternal(url);'],
  ['src/main/electron/windows/window-options.ts', 'export const o = { webSecurity: true };'],
  ['src/preload/index.ts', 'import { ipcRenderer } from "electron"; ipcRenderer;'],
  ['src/main/electron/ipc/router.ts', 'import { ipcMain } from "electron"; ipcMain;'],
];

describe('the bans of the linter', () => {
  test.each(REFUSED)('refuse (%s) in %s: %s', (ban, file, code) => {
    expect(bansBrokenBy(code, file)).toContain(`vav/${ban}`);
  });

  test.each(ALLOWED)('let through in %s: %s', (file, code) => {
    expect(bansBrokenBy(code, file)).toEqual([]);
  });

  test('are each broken by at least one example', () => {
    const shown = new Set(REFUSED.map(([ban]) => ban));
    expect(bans.map((ban) => ban.name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
