import { AppError } from '../../shared/kernel/app-error.ts';
import { keyringCopyFile, putBackKeyring, readKeyring } from './keyring.ts';
import type { Keyring } from './keyring.schema.ts';
import { spaceFiles } from './space.use-cases.ts';

/** The keyring of a space and, where it differs, its copy: a passphrase that only the copy knows shows damage. */
export interface KeptKeyring {
  readonly keyring: Keyring;
  /** Null when it is the same, or is not of this space. */
  readonly copy: Keyring | null;
  /** True when the keyring itself cannot be read: the copy stands for it. */
  readonly isFromCopy: boolean;
  /** Puts a keyring in the place of the one that no longer opens, which is kept. @throws AppError DISK_FULL */
  readonly putBack: (keyring: Keyring) => void;
}

/** Null when the space does not exist. @throws AppError CASES_UNREADABLE when neither can be read */
export function keptKeyring(folder: string): KeptKeyring | null {
  const file = spaceFiles(folder).keyring;
  const putBack = (keyring: Keyring): void => putBackKeyring(file, keyring);
  const copy = copyOf(file);
  try {
    const keyring = readKeyring(file);
    if (keyring === null) return null;
    const isOther = copy?.spaceId === keyring.spaceId && JSON.stringify(copy) !== JSON.stringify(keyring);
    return { keyring, copy: isOther ? copy : null, isFromCopy: false, putBack };
  } catch (error) {
    if (copy === null) throw error;
    return { keyring: copy, copy: null, isFromCopy: true, putBack };
  }
}

function copyOf(file: string): Keyring | null {
  try {
    return readKeyring(keyringCopyFile(file));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The key, by the keyring or by its copy; whichever opened is then the keyring. A full disk does not keep one out. */
export async function openByEither(
  { keyring, copy, isFromCopy, putBack }: KeptKeyring,
  open: (keyring: Keyring) => Promise<Uint8Array | null>,
): Promise<Uint8Array | null> {
  const key = await open(keyring);
  if (key !== null && isFromCopy) quietly(() => putBack(keyring));
  if (key !== null || copy === null) return key;
  const byCopy = await open(copy);
  if (byCopy !== null) quietly(() => putBack(copy));
  return byCopy;
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
