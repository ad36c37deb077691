import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const FUSES = {
  strictlyRequireAllFuses: true,
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
};

const config = fs.readFileSync(path.resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8');

/** The `key: true|false` lines of one block: all the YAML this test needs. */
function readBlock(name: string): Record<string, boolean> {
  const lines = config.split('\n');
  const block: Record<string, boolean> = {};
  for (const line of lines.slice(lines.indexOf(`${name}:`) + 1)) {
    if (/^\S/.test(line)) break;
    const [, key, value] = /^ {2}(\w+): (true|false)$/.exec(line) ?? [];
    if (key !== undefined) block[key] = value === 'true';
    else expect(line.trim(), 'a line that is neither a fuse nor a comment').toMatch(/^(#.*)?$/);
  }
  return block;
}

it('row 19: every fuse of a package is set as decided', () => {
  expect(readBlock('electronFuses')).toEqual(FUSES);
});

it('row 19: the application is packed, so that it can be checked', () => {
  expect(config).toMatch(/^asar: true$/m);
});
