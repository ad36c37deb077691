import { createHash, randomBytes } from 'node:crypto';
import type { ReadDb, WriteDb } from '../platform/db/open-database.ts';

/** What a line of the log says of itself: everything but its content, which an erasure takes away. */
export interface LineHead {
  readonly op_id: string;
  readonly device_id: string;
  readonly device_seq: number;
  readonly actor_id: string;
  readonly at: number;
  readonly case_id: string | null;
  readonly entity: string;
  readonly entity_id: string;
  readonly kind: string;
  readonly schema_v: number;
  readonly base_revision: number | null;
}

export interface Line extends LineHead {
  readonly payload: string | null;
}

/** What ties a line to the one before it on its device. */
export interface Seal {
  /** Goes with the content when it is erased: without it nobody can try what the content was against its digest. */
  readonly salt: Uint8Array | null;
  /** Of the salt and the content; it stays. */
  readonly digest: Uint8Array;
  /** Of the former link, what the line says of itself, and the digest. */
  readonly link: Uint8Array;
}

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

/** Before the first line of a device. */
const NO_LINE = new Uint8Array(0);

/** What a new line is sealed with, after the last one of its device (null: it is the first). */
export function sealOf(line: Line, former: Uint8Array | null): Seal {
  const salt = line.payload === null ? null : randomBytes(SALT_BYTES);
  // Erased before lines were sealed: what it was is not known, and anything proves as little.
  const digest = salt === null ? randomBytes(DIGEST_BYTES) : digestOf(salt, line.payload ?? '');
  return { salt, digest, link: linkOf(line, former, digest) };
}

export function digestOf(salt: Uint8Array, payload: string): Uint8Array {
  return createHash('sha256').update(salt).update(payload).digest();
}

/** The bytes are those of a JSON array of the columns in their order: one way to write each value. */
export function linkOf(line: LineHead, former: Uint8Array | null, digest: Uint8Array): Uint8Array {
  const head = JSON.stringify([
    ...[line.op_id, line.device_id, line.device_seq, line.actor_id, line.at, line.case_id],
    ...[line.entity, line.entity_id, line.kind, line.schema_v, line.base_revision],
  ]);
  return createHash('sha256')
    .update(former ?? NO_LINE)
    .update(digest)
    .update(head)
    .digest();
}

/** Seals the lines of before there was a chain, in the order of each device. */
export function sealAll(db: WriteDb): void {
  const lines = db.prepare<[number], Line & { readonly rowid: number }>(
    'SELECT rowid, * FROM op WHERE link IS NULL AND device_seq > ? ORDER BY device_seq LIMIT 1000',
  );
  const seal = db.prepare('UPDATE op SET salt = @salt, digest = @digest, link = @link WHERE rowid = @rowid');
  const former = new Map<string, Uint8Array>();
  for (let rows = lines.all(0); rows.length > 0; rows = lines.all(rows.at(-1)?.device_seq ?? 0)) {
    for (const { rowid, ...line } of rows) {
      const sealed = sealOf(line, former.get(line.device_id) ?? null);
      seal.run({ rowid, ...sealed });
      former.set(line.device_id, sealed.link);
    }
  }
}

/**
 * Lines to add after the one of a number, as they are sealed. Those of before there were seals get theirs, and so do those
 * that follow a copy of before: its own were made as it was brought to this version.
 */
export function sealedAfter(
  db: ReadDb,
  number: number,
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  const lines = rows as unknown as readonly (Line & Partial<Seal>)[];
  const [first] = lines;
  if (first === undefined) return rows;
  const end = db.prepare<[number], Uint8Array>('SELECT link FROM op WHERE device_seq = ?').pluck().get(number) ?? null;
  if (isCarriedOn(first, end)) return rows;
  let former = end;
  return lines.map((line) => {
    const { salt, digest } = line.digest === undefined ? sealOf(line, null) : { salt: line.salt, digest: line.digest };
    former = linkOf(line, former, digest);
    return { ...line, salt: salt ?? null, digest, link: former };
  });
}

/** A first line that says something else than its link is left as it is: it is to show. */
function isCarriedOn(first: Line & Partial<Seal>, end: Uint8Array | null): boolean {
  if (first.link === undefined || first.digest === undefined) return false;
  return end === null || Buffer.compare(linkOf(first, end, first.digest), first.link) === 0;
}
