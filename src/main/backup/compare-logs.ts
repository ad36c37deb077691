import type { Backup, BackupPreview, ChangeFamily } from '../../shared/domain/backup/backup.schema.ts';
import { changeFamilyOf } from '../../shared/domain/backup/change-family.rules.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

/** An operation that erased a file: going back to before it must do it again. */
export interface Erasure {
  readonly caseId: string;
  readonly opId: string;
}

/**
 * The number of the last operation that two logs share. Both only ever grew, so that what they share comes first, and is
 * found by halves; after an earlier restore each may go on in its own way.
 */
export function lastShared(one: ReadDb, other: ReadDb): number {
  const idAt = (db: ReadDb) => db.prepare<[number], string>('SELECT op_id FROM op WHERE device_seq = ?').pluck();
  const [left, right] = [idAt(one), idAt(other)];
  let shared = 0;
  let beyond = Math.min(lastNumber(one), lastNumber(other)) + 1;
  while (beyond - shared > 1) {
    const middle = Math.floor((shared + beyond) / 2);
    if (left.get(middle) === right.get(middle)) shared = middle;
    else beyond = middle;
  }
  return shared;
}

export function lastNumber(db: ReadDb): number {
  return db.prepare<[], number>('SELECT coalesce(max(device_seq), 0) FROM op').pluck().get() ?? 0;
}

/** The instant of an operation; null where there is none of this number. */
export function instantOfNumber(db: ReadDb, number: number): number | null {
  return db.prepare<[number], number>('SELECT at FROM op WHERE device_seq = ?').pluck().get(number) ?? null;
}

/** What erased files after an operation, oldest first. */
export function erasuresAfter(db: ReadDb, number: number): readonly Erasure[] {
  return db
    .prepare<[number], Erasure>(
      `SELECT entity_id AS caseId, op_id AS opId FROM op WHERE device_seq > ? AND kind = 'caseFile.erase'
       ORDER BY device_seq`,
    )
    .all(number);
}

/** What going back to a copy would change, for one advisor. */
export function previewOf(
  now: ReadDb,
  copy: ReadDb,
  { backup, asker }: { backup: Backup; asker: string },
): BackupPreview {
  const shared = lastShared(now, copy);
  const files = changedFiles(now, shared);
  // By the log, which every version has: a copy may be older than the tables made of it.
  const isHeld = copy
    .prepare<[string], 1>('SELECT 1 FROM op WHERE case_id = ? AND payload IS NOT NULL LIMIT 1')
    .pluck();
  const isOf = now.prepare<[string], string>('SELECT advisor_id FROM case_file WHERE id = ?').pluck();
  const own = files.filter(({ caseId }) => isOf.get(caseId) === asker);
  const drafts = changedDrafts(now, copy);
  return {
    backup,
    upTo: instantOfNumber(copy, lastNumber(copy)),
    lost: changesAfter(now, shared),
    regained: lastNumber(copy) - shared,
    files: own.map(({ caseId, changes }) => ({
      ...{ caseId, changes, name: nameOf(now, caseId) },
      isWhollyLost: isHeld.get(caseId) === undefined,
    })),
    // An erased file is nobody's, and loses nothing more.
    otherFiles: files.filter(({ caseId }) => (isOf.get(caseId) ?? asker) !== asker).length,
    drafts: drafts
      .filter(({ authorId }) => authorId === asker)
      .map(({ caseId }) => ({ caseId, name: nameOf(now, caseId) })),
    otherDrafts: drafts.filter(({ authorId }) => authorId !== asker).length,
    erasedSince: erasuresAfter(now, shared).filter(({ caseId }) => isHeld.get(caseId) !== undefined).length,
  };
}

/** What was written after the last operation that both have. */
function changesAfter(db: ReadDb, shared: number): BackupPreview['lost'] {
  const kinds = db
    .prepare<[number], { kind: string; changes: number; since: number; until: number }>(
      `SELECT kind, count(*) AS changes, min(at) AS since, max(at) AS until FROM op WHERE device_seq > ? GROUP BY kind`,
    )
    .all(shared);
  const byFamily = new Map<ChangeFamily, number>();
  for (const { kind, changes } of kinds) {
    const family = changeFamilyOf(kind);
    byFamily.set(family, (byFamily.get(family) ?? 0) + changes);
  }
  return {
    changes: kinds.reduce((sum, { changes }) => sum + changes, 0),
    since: kinds.length === 0 ? null : Math.min(...kinds.map(({ since }) => since)),
    until: kinds.length === 0 ? null : Math.max(...kinds.map(({ until }) => until)),
    byFamily: [...byFamily].map(([family, changes]) => ({ family, changes })).sort((a, b) => b.changes - a.changes),
  };
}

function changedFiles(db: ReadDb, shared: number): readonly { readonly caseId: string; readonly changes: number }[] {
  return db
    .prepare<[number], { caseId: string; changes: number }>(
      `SELECT case_id AS caseId, count(*) AS changes FROM op WHERE device_seq > ? AND case_id IS NOT NULL
       GROUP BY case_id ORDER BY changes DESC, case_id`,
    )
    .all(shared);
}

/** The drafts that the copy has not as they are. */
function changedDrafts(now: ReadDb, copy: ReadDb): readonly { readonly caseId: string; readonly authorId: string }[] {
  const newest = (db: ReadDb) =>
    db
      .prepare<[], { caseId: string; authorId: string; version: number; savedAt: number }>(
        `SELECT case_id AS caseId, author_id AS authorId, max(version) AS version, saved_at AS savedAt FROM draft
         GROUP BY case_id, author_id`,
      )
      .all();
  const keyOf = (draft: { caseId: string; authorId: string; version: number; savedAt: number }): string =>
    `${draft.caseId} ${draft.authorId} ${draft.version} ${draft.savedAt}`;
  const kept = new Set(newest(copy).map(keyOf));
  return newest(now).filter((draft) => !kept.has(keyOf(draft)));
}

function nameOf(db: ReadDb, caseId: string): string {
  const value = db
    .prepare<[string], string>(`SELECT value FROM case_field WHERE case_id = ? AND field = 'name'`)
    .pluck()
    .get(caseId);
  if (value === undefined) return '';
  const { first, last } = JSON.parse(value) as { readonly first: string; readonly last: string };
  return `${first} ${last}`.trim();
}
