import { ERASED, WORDS_ERASED } from '../../shared/domain/operation/operation.ts';
import type { Alteration } from '../../shared/domain/backup/backup.schema.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { digestOf, linkOf, type Line, type Seal } from './chain.ts';

interface SealedLine extends Line, Seal {}

/**
 * The first line of the log that is not what was written: its content or what it says of itself was changed, one before
 * it was taken out or put elsewhere, or its content was emptied where nothing says that it was erased. Null when all of
 * it is as it was. What was cut off at the end shows by the witness alone.
 */
export function firstAlteration(db: ReadDb): Alteration | null {
  // A copy of before lines were sealed has nothing to prove.
  if (!isSealed(db)) return null;
  const mayBeEmpty = emptiedBy(db);
  const former = new Map<string, { readonly seq: number; readonly link: Uint8Array }>();
  const lines = db.prepare<[], SealedLine>('SELECT * FROM op ORDER BY device_seq');
  for (const line of lines.iterate()) {
    const before = former.get(line.device_id) ?? null;
    const why = whatIsWrong(line, before, mayBeEmpty);
    if (why !== null) return { why, number: line.device_seq, at: line.at };
    former.set(line.device_id, { seq: line.device_seq, link: line.link });
  }
  return null;
}

/** The end of a link, as it is noted outside of the store: enough to tell one line from any other. */
export function markOfLine(db: ReadDb, number: number): string | null {
  const link = db.prepare<[number], Uint8Array>('SELECT link FROM op WHERE device_seq = ?').pluck().get(number);
  return link === undefined ? null : Buffer.from(link).toString('hex').slice(0, 16);
}

function isSealed(db: ReadDb): boolean {
  return db.prepare(`SELECT 1 FROM pragma_table_info('op') WHERE name = 'link'`).get() !== undefined;
}

function whatIsWrong(
  line: SealedLine,
  former: { readonly seq: number; readonly link: Uint8Array } | null,
  mayBeEmpty: (line: Line) => boolean,
): Alteration['why'] | null {
  if (line.device_seq !== (former?.seq ?? 0) + 1) return 'missing';
  if (line.payload === null) {
    if (line.salt !== null || !mayBeEmpty(line)) return 'content';
  } else if (!isSame(digestOf(line.salt ?? new Uint8Array(0), line.payload), line.digest)) return 'content';
  return isSame(linkOf(line, former?.link ?? null, line.digest), line.link) ? null : 'line';
}

function isSame(one: Uint8Array, other: Uint8Array | null): boolean {
  return other !== null && Buffer.compare(one, other) === 0;
}

/** Whether the log says that the content of a line was erased. */
function emptiedBy(db: ReadDb): (line: Line) => boolean {
  const erased = new Map<string, number>();
  const words = new Map<string, number>();
  const erasures = db.prepare<[], { kind: string; caseId: string; seq: number }>(
    `SELECT kind, case_id AS caseId, device_seq AS seq FROM op
     WHERE kind IN ('${ERASED}', '${WORDS_ERASED}') ORDER BY device_seq`,
  );
  for (const { kind, caseId, seq } of erasures.all()) (kind === ERASED ? erased : words).set(caseId, seq);
  return ({ case_id: caseId, device_seq: seq, kind }) => {
    if (caseId === null || kind === ERASED) return false;
    return erased.has(caseId) || (words.get(caseId) ?? 0) > seq;
  };
}
