import { DEMONSTRATION_ACCOUNTS } from './demonstration-accounts.ts';

/** What the unlock screen of the demonstration tells, by account: it holds nobody. */
export const DEMONSTRATION_PASSPHRASES: ReadonlyMap<string, string> = new Map(
  DEMONSTRATION_ACCOUNTS.map(({ id, passphrase }) => [id, passphrase]),
);
