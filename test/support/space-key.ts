import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrap } from '../../src/main/access/keyring.ts';
import { keyringSchema } from '../../src/main/access/keyring.schema.ts';

/** The data key of a space, as the passphrase of one of its accounts gives it. */
export async function keyOf(folder: string, accountId: string, passphrase: string): Promise<Uint8Array> {
  const keyring = keyringSchema.parse(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')));
  const key = await unwrap(keyring, accountId, passphrase);
  if (key === null) throw new Error('This passphrase does not open the space.');
  return key;
}
