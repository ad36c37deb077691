import { isDeepStrictEqual } from 'node:util';
import type { Alteration } from '../../shared/domain/backup/backup.schema.ts';
import { ERASED } from '../../shared/domain/operation/operation.ts';
import type { ReadDb, WriteDb } from '../platform/db/open-database.ts';
import type { Line } from './chain.ts';
import { toOperation, type Projection } from './operation-log.ts';

/**
 * The first thing shown that is not what the log says of it: its table was written in without the application. The log
 * is what counts, so that nothing is lost. Null when each is as it should be.
 */
export function firstUnfaithful(db: ReadDb, projections: readonly Projection<never>[]): Alteration | null {
  for (const projection of projections as unknown as readonly Projection<unknown>[]) {
    const found = unfaithfulOf(db, projection);
    if (found !== null) return found;
  }
  return null;
}

function unfaithfulOf(db: ReadDb, { entity, apply, open }: Projection<unknown>): Alteration | null {
  // Only read: what would write is prepared and never run.
  const { read } = open(db as WriteDb);
  const lines = db.prepare<[string], Line>(
    `SELECT * FROM op WHERE entity = ? AND payload IS NOT NULL AND kind <> '${ERASED}' ORDER BY entity_id, device_seq`,
  );
  let state: unknown = null;
  let last: Line | null = null;
  const isAsSaid = (): boolean => last === null || says(read(last.entity_id), state);
  for (const line of lines.iterate(entity)) {
    if (line.entity_id !== last?.entity_id) {
      if (!isAsSaid()) break;
      state = null;
    }
    state = apply(state, toOperation(line));
    last = line;
  }
  return last === null || isAsSaid() ? null : { why: 'tables', number: last.device_seq, at: last.at };
}

/** Whether what is shown has all that the log gives: a table may know more, as which note corrects this one. */
function says(shown: unknown, state: unknown): boolean {
  const [there, given] = [plain(shown), plain(state)];
  return there !== null && Object.entries(given ?? {}).every(([key, value]) => isDeepStrictEqual(there[key], value));
}

/** As it is kept: a property without a value is not one. */
function plain(value: unknown): Readonly<Record<string, unknown>> | null {
  return JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>> | null;
}
