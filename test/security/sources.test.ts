import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What must not be written anywhere in the product, or only in one place. */
const src = path.resolve(import.meta.dirname, '../../src');

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

const files: readonly SourceFile[] = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|html|css)$/.test(name))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: fs.readFileSync(path.join(src, name), 'utf8') }));

const filesWith = (pattern: RegExp, among: readonly SourceFile[] = files): readonly string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

const under = (folder: string): readonly SourceFile[] => files.filter(({ name }) => name.startsWith(folder));

const WINDOW_OPTIONS = 'main/electron/windows/window-options.ts';

describe('the sources', () => {
  it('row 1: load nothing remote into the page', () => {
    const remote =
      /(?:src|href)\s*=\s*["'{`]*\s*(?:https?:)?\/\/|url\(\s*["']?(?:https?:)?\/\/|@import\s+["'](?:https?:)?\/\//i;
    expect(filesWith(remote, under('renderer/'))).toEqual([]);
  });

  it('row 2: import no Node module and no electron in the page', () => {
    expect(filesWith(/from '(?:node:|electron)|require\(/, under('renderer/'))).toEqual([]);
  });

  it.each([
    ['row 6', 'webSecurity'],
    ['row 8', 'allowRunningInsecureContent'],
    ['row 9', 'experimentalFeatures'],
  ])('%s: name %s in the window options only', (_row, key) => {
    expect(filesWith(new RegExp(`\\b${key}\\b`))).toEqual([WINDOW_OPTIONS]);
  });

  it('row 6, row 8: turn web security off by no switch either', () => {
    expect(filesWith(/disable-web-security|allow-running-insecure-content|ignore-certificate-errors/)).toEqual([]);
    // The one switch that is added says in which language Chromium writes dates.
    const others = files.map(({ name, text }) => ({ name, text: text.replace("appendSwitch('lang', 'fr')", '') }));
    expect(filesWith(/appendSwitch|appendArgument/, others)).toEqual([]);
  });

  it('row 10: enable no feature of Blink', () => {
    expect(filesWith(/enableBlinkFeatures|enable-blink-features/)).toEqual([]);
  });

  it('row 11: hold no webview', () => {
    expect(filesWith(/<webview|createElement\(['"]webview|allowpopups/)).toEqual([]);
  });

  it('row 15: leave for the browser through one door', () => {
    expect(filesWith(/\bshell\.openExternal\b|\bshell\.openPath\b/)).toEqual([
      'main/electron/security/external-links.ts',
    ]);
  });

  it('row 18: load no file as a page', () => {
    expect(filesWith(/\bloadFile\(|loadURL\(\s*['"`]file:/)).toEqual([]);
  });

  it('row 4, row 20: import nothing but electron and types in the preload, and hand none of it on', () => {
    const preloads = under('preload/');
    expect(preloads.map(({ name }) => name)).toEqual(['preload/index.ts', 'preload/shared.ts']);
    for (const { text } of preloads) {
      const imports = [...text.matchAll(/^import (?!type )[\s\S]*?from '([^']+)'/gm)].map((match) => match[1]);
      expect(imports).toEqual(['electron']);
    }
    expect(filesWith(/\bipcRenderer\b|\bcontextBridge\b/)).toEqual(preloads.map(({ name }) => name));
  });

  it('row 44: keep no list of what was opened for the system to show', () => {
    expect(filesWith(/addRecentDocument|setJumpList|setUserTasks|setDockMenu|dock\.setMenu/)).toEqual([]);
  });

  it('row 44: give the page of the person no way to call', () => {
    const shared = [...under('renderer/screens/shared-view/'), ...under('renderer/shared')];
    // What the advisor's own window does with it is in these files only.
    const ofTheAdvisor = /(?:use-[a-z-]+|shared-screen|sharing)\.tsx?$/;
    const ofThePerson = shared.filter(({ name }) => !ofTheAdvisor.test(name));
    expect(filesWith(/platform\/(?:api|query-client)|window\.vav\b|\.queries\.ts/, ofThePerson)).toEqual([]);
    expect(filesWith(/window\.vavShared\b/, under('renderer/'))).toEqual([
      'renderer/screens/shared-view/shared-window.tsx',
    ]);
  });

  it('row 7, row 28: run no text as code and turn none into markup', () => {
    expect(
      filesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write\(/),
    ).toEqual([]);
    expect(filesWith(/\beval\(|\bnew Function\(/)).toEqual([]);
  });

  it('row 17: listen to the pages through three channels, each of which asks who speaks', () => {
    const listening = filesWith(/\bipc(?:Main)?\.(?:on|once|handle|handleOnce)\(/);
    expect(listening).toEqual([
      'main/electron/ipc/dropped-folders.ts',
      'main/electron/ipc/register-calls.ts',
      'main/electron/ipc/register-shared.ts',
    ]);
    for (const { text } of files.filter(({ name }) => listening.includes(name)))
      expect(text).toContain('senders.isTrusted(event)');
  });
});
