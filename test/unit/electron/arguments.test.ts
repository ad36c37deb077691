import { expect, it } from 'vitest';
import { dataDirArgument } from '../../../src/main/electron/arguments.ts';
import { defaultDataDir } from '../../../src/main/platform/files/data-dir.ts';

it.each([
  [['electron', '.', '--data-dir=/data'], '/data'],
  [['electron', '.', '--data-dir', '/data'], '/data'],
  [['electron', '--data-dir=relative/a', '--other'], '/here/relative/a'],
  [['electron', '--data-dir=/a', '--data-dir=/b'], '/b'],
  [['electron', '--data-dir=/a=b'], '/a=b'],
  [['electron', '--data-dir='], null],
  [['electron', '--data-dir'], null],
  [['electron', '--data-directory=/a', '-data-dir=/b', '--no-sandbox'], null],
])('%j asks for %j', (argv, expected) => expect(dataDirArgument(argv, '/here')).toBe(expected));

it.each([
  ['linux', {}, '/home/a/.local/share/vis-a-vis'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/vis-a-vis'],
  ['darwin', {}, '/home/a/Library/Application Support/vis-a-vis'],
] as const)('on %s with %j, data lie in %s', (platform, env, expected) => {
  expect(defaultDataDir({ platform, env, home: '/home/a' })).toBe(expected);
});

it('on Windows, data stay on the machine and do not roam', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local', APPDATA: 'C:\\Users\\a\\AppData\\Roaming' };
  expect(defaultDataDir({ platform: 'win32', env, home: 'C:\\Users\\a' })).toContain('AppData\\Local');
});
