/**
 * Prints what a space holds, as `foundIn` tells it, to whoever gives its folder, an account and its passphrase on the
 * standard input: for tests that run where the addon of SQLite cannot be loaded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEncryptedToRead } from '../../src/main/platform/db/encrypted-database.ts';
import { foundIn } from './ledger.ts';
import { keyOf } from './space-key.ts';

interface Asked {
  readonly folder: string;
  readonly accountId: string;
  readonly passphrase: string;
}

const { folder, accountId, passphrase } = JSON.parse(readFileSync(0, 'utf8')) as Asked;
const db = openEncryptedToRead(join(folder, 'cases.sqlite'), await keyOf(folder, accountId, passphrase));
process.stdout.write(JSON.stringify(foundIn(db)));
db.close();
