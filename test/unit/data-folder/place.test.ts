import { describe, expect, it } from 'vitest';
import { isIn, placeWarnings } from '../../../src/shared/domain/data-folder/place.rules.ts';

const linux = { platform: 'linux', temporaryFolder: '/tmp', fileSystem: 0xef53 } as const;
const windows = { platform: 'win32', temporaryFolder: 'C:\\Users\\x\\AppData\\Local\\Temp', fileSystem: null } as const;

describe('what is said of a place for the data', () => {
  it.each([
    ['/home/x/donnees', linux, []],
    ['/tmp/donnees', linux, ['temporary']],
    ['/tmpx/donnees', linux, []],
    ['/mnt/partage', { ...linux, fileSystem: 0x6969 }, ['network']],
    ['/mnt/partage', { ...linux, fileSystem: 0xff534d42 - 2 ** 32 }, ['network']],
    ['/home/x/Nextcloud/donnees', linux, ['synced']],
    ['D:\\Vis-a-vis', windows, []],
    ['\\\\serveur\\partage\\donnees', windows, ['network']],
    ['\\\\?\\D:\\donnees', windows, []],
    ['c:\\windows\\temp\\donnees', windows, ['temporary']],
    ['C:\\Users\\x\\OneDrive - Agence\\donnees', windows, ['synced']],
    ['C:\\Users\\x\\Onedriver\\donnees', windows, []],
    ['/Users/x/Library/Mobile Documents/donnees', { ...linux, platform: 'darwin' }, ['synced']],
  ] as const)('%s', (path, around, warnings) => {
    expect(placeWarnings({ path, ...around })).toEqual(warnings);
  });

  it('takes a folder for being in itself, and not in one whose name begins as its own', () => {
    expect(isIn('/a/b', '/a/b', 'linux')).toBe(true);
    expect(isIn('/a/b/c', '/a/b/', 'linux')).toBe(true);
    expect(isIn('/a/bc', '/a/b', 'linux')).toBe(false);
    expect(isIn('/A/b', '/a', 'linux')).toBe(false);
    expect(isIn('C:\\A\\b', 'c:/a', 'win32')).toBe(true);
  });
});
