import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { afterPack } from '../../../scripts/after-pack.mjs';

it('puts the shipped addon back over a compiled one', () => {
  const appOutDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-pack-'));
  const prebuilds = path.join(appOutDir, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  fs.mkdirSync(prebuilds, { recursive: true });
  fs.writeFileSync(path.join(prebuilds, 'linux-x64.node'), 'compiled');
  fs.writeFileSync(path.join(prebuilds, 'linux-x64.node.shipped'), 'shipped');
  fs.writeFileSync(path.join(prebuilds, 'win32-x64.node'), 'untouched');
  afterPack({ appOutDir });
  expect(fs.readdirSync(prebuilds)).toEqual(['linux-x64.node', 'win32-x64.node']);
  expect(fs.readFileSync(path.join(prebuilds, 'linux-x64.node'), 'utf8')).toBe('shipped');
  fs.rmSync(appOutDir, { recursive: true });
});

it('has nothing to do where nothing was compiled', () => {
  expect(() => afterPack({ appOutDir: '/no/such/folder' })).not.toThrow();
});
