import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { staleFingerprint } from '../../../scripts/lib/build.mjs';

const part = {
  name: 'application',
  inputs: ['src', 'package-lock.json'],
  output: 'out/main/index.js',
  make: () => undefined,
};

describe('whether out/ is stale', () => {
  let root: string;
  const write = (file: string, content: string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  };
  /** Leaves the folder as a finished build does. */
  const build = (): void => {
    const inputs = staleFingerprint(root, part);
    write(part.output, 'built');
    if (inputs !== null) write('out/.stamps/application.json', JSON.stringify({ inputs }));
  };
  const isStale = (): boolean => staleFingerprint(root, part) !== null;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'vav-build-'));
    write('src/main/index.ts', 'one');
    write('src/shared/kernel/geo.ts', 'two');
    write('package-lock.json', '{}');
    build();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('a finished build is not', () => expect(isStale()).toBe(false));

  test('a changed source makes it so', () => {
    write('src/shared/kernel/geo.ts', 'three');
    expect(isStale()).toBe(true);
  });

  test('a new source makes it so', () => {
    write('src/shared/kernel/money.ts', '');
    expect(isStale()).toBe(true);
  });

  test('a renamed source makes it so', () => {
    renameSync(join(root, 'src/shared/kernel/geo.ts'), join(root, 'src/shared/kernel/geometry.ts'));
    expect(isStale()).toBe(true);
  });

  test('a removed source makes it so', () => {
    rmSync(join(root, 'src/shared'), { recursive: true });
    expect(isStale()).toBe(true);
  });

  test('another version of a dependency makes it so', () => {
    write('package-lock.json', '{"a":1}');
    expect(isStale()).toBe(true);
  });

  test('a missing output makes it so', () => {
    rmSync(join(root, 'out/main'), { recursive: true });
    expect(isStale()).toBe(true);
  });

  test('a missing second output makes it so', () => {
    const both = { ...part, alsoMakes: ['out/main/names.json'] };
    expect(staleFingerprint(root, both)).not.toBeNull();
    write('out/main/names.json', '{}');
    expect(staleFingerprint(root, both)).toBeNull();
  });

  test('a build that stopped half-way is stale', () => {
    rmSync(join(root, 'out/.stamps'), { recursive: true });
    expect(isStale()).toBe(true);
  });

  test('new dates on the same content change nothing, as after a checkout', () => {
    utimesSync(join(root, 'src/main/index.ts'), new Date(0), new Date(0));
    expect(isStale()).toBe(false);
  });

  test('a part whose first input does not exist has nothing to build', () => {
    expect(staleFingerprint(root, { ...part, name: 'geography', inputs: ['scripts/none.mjs'] })).toBeNull();
  });
});
