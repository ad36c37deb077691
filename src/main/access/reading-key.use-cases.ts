import { AppError } from '../../shared/kernel/app-error.ts';
import { keptKeyring } from './kept-keyring.ts';
import { unwrap } from './keyring.ts';
import type { Keyring } from './keyring.schema.ts';

/** Who reads a space from outside the application, and the passphrase they gave for it. */
export interface Reader {
  /** The name of an account, or its identifier where two have the same name. */
  readonly account: string;
  readonly passphrase: string;
}

/**
 * The data key of a space for the command line, which only reads; whoever asked erases it. Tries are not counted here:
 * whoever can run this can copy the files and try elsewhere, and a count written beside a running application would be
 * two writers of one file.
 *
 * @throws AppError NOT_FOUND, INVALID_INPUT when several accounts have this name, WRONG_PASSPHRASE, CASES_UNREADABLE
 */
export async function readingKey(folder: string, { account, passphrase }: Reader): Promise<Uint8Array> {
  const keyring = keptKeyring(folder)?.keyring ?? null;
  if (keyring === null) throw new AppError('NOT_FOUND', 'There are no case files in this workspace.');
  const dataKey = await unwrap(keyring, accountIdOf(keyring, account), passphrase);
  if (dataKey === null) throw new AppError('WRONG_PASSPHRASE', 'This is not the passphrase of this account.');
  return dataKey;
}

function accountIdOf({ accounts }: Keyring, asked: string): string {
  const named = accounts.filter(({ id, name }) => id === asked || name === asked);
  const [only, ...others] = named;
  if (only === undefined) throw new AppError('NOT_FOUND', 'No account has this name or identifier.');
  if (others.length > 0) throw new AppError('INVALID_INPUT', 'Several accounts have this name: give an identifier.');
  return only.id;
}
