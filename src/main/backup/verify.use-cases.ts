import type { Alteration } from '../../shared/domain/backup/backup.schema.ts';
import { readingKey, type Reader } from '../access/reading-key.use-cases.ts';
import { PROJECTIONS } from '../case-file/cases.use-cases.ts';
import { openCasesToRead } from '../operation/reading-store.use-cases.ts';
import { firstAlteration, markOfLine } from '../operation/verify-chain.use-cases.ts';
import { firstUnfaithful } from '../operation/verify-tables.use-cases.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

import { instantOfNumber, lastNumber } from './compare-logs.ts';
import { readWitness } from './witness.ts';

export interface Verified {
  readonly operations: number;
  readonly alteration: Alteration | null;
}

/**
 * Whether the log of a space is as it was written, from its first line to the one noted outside of it; the case files are
 * read and nothing is written.
 *
 * @throws AppError NOT_FOUND, WRONG_PASSPHRASE, INVALID_INPUT, CASES_FROM_FUTURE, CASES_UNREADABLE
 */
export async function verifyIn(folder: string, reader: Reader): Promise<Verified> {
  const key = await readingKey(folder, reader);
  try {
    const db = openCasesToRead(folder, key);
    try {
      const alteration = firstAlteration(db) ?? alteredEnd(db, folder) ?? firstUnfaithful(db, PROJECTIONS);
      return { operations: lastNumber(db), alteration };
    } finally {
      db.close();
    }
  } finally {
    key.fill(0);
  }
}

/**
 * A log of which the end was cut off, or every link made again, proves itself: what was noted outside of it does not agree.
 * Null as well where nothing was noted, and after a power cut, which leaves it behind.
 */
export function alteredEnd(db: ReadDb, folder: string): Alteration | null {
  const witness = readWitness(folder);
  const deviceId = db.prepare<[], string>('SELECT device_id FROM op LIMIT 1').pluck().get();
  if (witness === null || witness.deviceId !== deviceId) return null;
  const { lastSeq, mark } = witness;
  const last = lastNumber(db);
  if (lastSeq > last) return { why: 'end', number: last + 1, at: null };
  if (mark === undefined || markOfLine(db, lastSeq) === mark) return null;
  return { why: 'end', number: lastSeq, at: instantOfNumber(db, lastSeq) };
}
