import { expect, test } from 'vitest';
import { installedMatches } from '../../../scripts/lib/dependencies.mjs';
import { npmEnv } from '../../../scripts/lib/npm.mjs';
import { missingPackages } from '../../../scripts/lib/system.mjs';

const lock = {
  packages: {
    '': { name: 'vis-a-vis' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const installed = (react: object) => ({ packages: { 'node_modules/react': react } });

test('node_modules matches the lock when each package is there in the same version and content', () => {
  expect(installedMatches(lock, installed({ version: '19.3.1', integrity: 'sha512-a' }))).toBe(true);
  expect(installedMatches(lock, installed({ version: '19.3.0', integrity: 'sha512-a' }))).toBe(false);
  expect(installedMatches(lock, installed({ version: '19.3.1', integrity: 'sha512-x' }))).toBe(false);
  expect(installedMatches(lock, { packages: {} })).toBe(false);
  expect(installedMatches(lock, null)).toBe(false);
});

test('a nested npm keeps the way to the registry and forgets the command it was called from', () => {
  const env = {
    PATH: '/bin',
    npm_config_registry: 'https://registry.example',
    npm_config_prefix: '/x',
    npm_config_silent: '1',
  };
  expect(npmEnv(env)).toEqual({ PATH: '/bin', npm_config_registry: 'https://registry.example' });
});

test('Debian packages are asked for only when something needs them', () => {
  const bare = { hasMissingLibraries: () => true, hasCommand: () => false, hasFonts: () => false };
  const full = { hasMissingLibraries: () => false, hasCommand: () => true, hasFonts: () => true };
  const everything = { electronExe: '/opt/electron', virtualDisplay: true, compiler: true };
  expect(missingPackages(everything, full)).toEqual([]);
  expect(missingPackages({}, bare)).toEqual([]);
  expect(missingPackages({ compiler: true }, bare)).toEqual(['g++']);
  expect(missingPackages(everything, bare)).toEqual([
    ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
    ...['xvfb', 'fonts-dejavu-core', 'g++'],
  ]);
});
