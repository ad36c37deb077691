/** The documentation says what the code says: generated pages are current, citations and links lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from '../../scripts/generate-docs.mjs';

const root = resolve(import.meta.dirname, '../..');
const NOT_OURS = new Set(['.git', 'node_modules', 'out', 'dist', 'test-results', 'playwright-report']);

function filesUnder(folder: string, extensions: RegExp): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, extensions);
    return extensions.test(entry.name) ? [path] : [];
  });
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Folders of a folder, save those that are not nouns. */
function nounsOf(folder: string, others: readonly string[] = []): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
    .map(({ name }) => name);
}

const pages = filesUnder(root, /\.md$/);

describe('generated documentation', () => {
  test.each([...generatedFiles()])('%s is current (else: npm run docs)', (file, content) => {
    expect(existsSync(join(root, file)) ? read(join(root, file)) : null).toBe(content);
  });

  test('the folder of schemas holds nothing that nobody writes', () => {
    const written = [...generatedFiles().keys()];
    const found = readdirSync(join(root, 'resources/schemas')).map((name) => `resources/schemas/${name}`);
    expect(found.filter((name) => !written.includes(name))).toEqual([]);
  });
});

describe('decisions', () => {
  const records = readdirSync(join(root, 'docs/adr')).filter((name) => /^\d{4}-.+\.md$/.test(name));

  test('numbers follow each other without gap or double', () => {
    const numbers = records.map((name) => Number(name.slice(0, 4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test.each(records)('%s is dated, has a status and says what gets worse', (name) => {
    const text = read(join(root, 'docs/adr', name));
    expect(text).toMatch(/^# \d{4}\. /);
    expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2}\. Status: \w+/m);
    for (const title of ['Context', 'Options', 'Decision', 'Consequences']) expect(text).toContain(`## ${title}`);
    expect(text).toContain('**Worse:**');
  });

  test('every decision that is cited exists', () => {
    const numbers = new Set(records.map((name) => name.slice(0, 4)));
    const sources = ['src', 'test', 'scripts', 'resources'].flatMap((folder) =>
      filesUnder(join(root, folder), /\.(ts|tsx|mjs|cjs|js|css|json|md)$/),
    );
    const lost = [...sources, ...pages].flatMap((path) =>
      [...read(path).matchAll(/\bADR[ -]?(\d{4})\b|\badr\/(\d{4})/g)]
        .map((match) => match[1] ?? match[2] ?? '')
        .filter((number) => !numbers.has(number))
        .map((number) => `${relative(root, path)}: ${number}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('pages', () => {
  test.each(pages.map((path) => [relative(root, path), path]))(
    'the links of %s lead to files that exist',
    (_, path) => {
      // Code is not a link.
      const text = read(path).replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset)="([^"]+)"/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      const lost = targets
        .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
        .map((target) => target.replace(/#.*$/, ''))
        .filter((target) => !existsSync(resolve(dirname(path), target)));
      expect(lost).toEqual([]);
    },
  );

  test('every page of docs can be reached from the README or from a page it leads to', () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      if (reached.has(path) || !existsSync(path)) return;
      reached.add(path);
      for (const match of read(path).matchAll(/\]\(([^)#\s]+\.md)(?:#[^)]*)?\)/g)) {
        if (!/^[a-z]+:/.test(match[1] ?? '')) follow(resolve(dirname(path), match[1] ?? ''));
      }
    };
    follow(join(root, 'README.md'));
    const lost = filesUnder(join(root, 'docs'), /\.md$/).filter((path) => !reached.has(path));
    expect(lost.map((path) => relative(root, path))).toEqual([]);
  });

  test('every noun of the tree is in the glossary', () => {
    const nouns = [...nounsOf('src/main', ['electron', 'platform']), ...nounsOf('src/shared/domain')];
    const glossary = read(join(root, 'docs/glossary.md'));
    const missing = [...new Set(nouns)].filter((noun) => !glossary.includes(`| \`${noun}\` |`));
    expect(missing).toEqual([]);
  });
});
