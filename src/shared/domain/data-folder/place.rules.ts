import type { PlaceWarning } from './data-folder.schema.ts';

/** What is known of a place without opening it. */
export interface Place {
  readonly path: string;
  readonly platform: string;
  /** Where the system puts what it may erase. */
  readonly temporaryFolder: string;
  /** `f_type` of statfs(2); null where the system does not say. */
  readonly fileSystem: number | null;
}

/** Of linux/magic.h: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9p. */
const NETWORK_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997,
]);

/** Names under which programs keep a folder that they copy to the internet. */
const SYNCED = /^(?:onedrive|dropbox|google ?drive|my drive|icloud|mobile documents|nextcloud|owncloud|pcloud|mega)\b/i;

/** What a person should know of a place; a place that is not recognised is not warned about. */
export function placeWarnings({ path, platform, temporaryFolder, fileSystem }: Place): readonly PlaceWarning[] {
  const isOnNetwork =
    /^(?:\\\\|\/\/)[^?.\\/]/.test(path) ||
    (platform === 'linux' && fileSystem !== null && NETWORK_FILE_SYSTEMS.has(unsigned(fileSystem)));
  const temporary = [temporaryFolder, ...(platform === 'win32' ? ['C:\\Windows\\Temp'] : ['/tmp', '/var/tmp'])];
  const isTemporary = temporary.some((folder) => isIn(path, folder, platform));
  const isSynced = path.split(/[\\/]/).some((name) => SYNCED.test(name));
  return [
    ...(isOnNetwork ? (['network'] as const) : []),
    ...(isTemporary ? (['temporary'] as const) : []),
    ...(isSynced ? (['synced'] as const) : []),
  ];
}

/** Whether a path is a folder or lies in it; Windows and macOS read names in any case. */
export function isIn(path: string, folder: string, platform: string): boolean {
  const written = (text: string): string => {
    const slashed = (platform === 'win32' ? text.replaceAll('\\', '/') : text).replace(/\/+$/, '');
    return platform === 'linux' ? slashed : slashed.toLowerCase();
  };
  return `${written(path)}/`.startsWith(`${written(folder)}/`);
}

/** The system gives 32 bits, which some versions of Node read as signed. */
function unsigned(value: number): number {
  return value < 0 ? value + 2 ** 32 : value;
}
