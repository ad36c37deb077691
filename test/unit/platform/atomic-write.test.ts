import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../../src/main/platform/files/atomic-write.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const MODULE = join(import.meta.dirname, '../../../src/main/platform/files/atomic-write.ts');

describe('a small file written whole', () => {
  let folder: TempFolder;
  beforeEach(() => {
    folder = tempFolder('atomic-write');
  });
  afterEach(() => folder.cleanup());

  it('replaces what was there and leaves nothing beside', () => {
    const file = join(folder.path, 'memory.json');
    writeFileAtomic(file, 'one');
    writeFileAtomic(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(folder.path)).toEqual(['memory.json']);
  });

  // Where files may have so many bytes and no more, the system writes the first of them and says how many.
  it.skipIf(process.platform === 'win32')('is what it was when the system writes only a part of it', () => {
    const file = join(folder.path, 'memory.json');
    writeFileAtomic(file, 'what was there');
    const script = `import { writeFileAtomic } from ${JSON.stringify(MODULE)};
      process.on('SIGXFSZ', () => undefined);
      writeFileAtomic(${JSON.stringify(file)}, 'x'.repeat(100_000));`;
    const command = 'ulimit -f 16; exec "$0" --input-type=module-typescript --eval "$1"';
    const { status } = spawnSync('bash', ['-c', command, process.execPath, script], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('what was there');
  });
});
