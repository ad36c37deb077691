import { ERASED, WORDS_ERASED, type Operation } from '../../shared/domain/operation/operation.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import type { WriteDb } from '../platform/db/open-database.ts';
import { sealOf, type Line } from './chain.ts';

/** How one kind of entity is made of its operations, and where it is kept. `apply` is pure: commands and rebuilds share it. */
export interface Projection<S> {
  readonly entity: string;
  /** Tables that `write` fills, emptied before a rebuild. What has a `case_id` goes when that file is erased. */
  readonly tables: readonly string[];
  readonly apply: (state: S | null, op: Operation) => S;
  /** The revision that an operation must have seen of what it changes. */
  readonly revisionOf: (state: S | null, op: Operation) => number;
  /** Reads and writes on an open store. */
  readonly open: (db: WriteDb) => {
    readonly read: (entityId: string) => S | null;
    readonly write: (state: S, previous: S | null) => void;
    /** What an erasure takes away besides the lines of `tables` that have the `case_id` of the file. */
    readonly erase?: (caseId: string) => void;
  };
}

/** What a person asks to be written. */
export type Command = Pick<
  Operation,
  'opId' | 'actorId' | 'caseId' | 'entity' | 'entityId' | 'kind' | 'baseRevision' | 'payload'
>;

/** What a command answers, once it is on the disk. */
interface Done {
  readonly opId: string;
  readonly revision: number;
  readonly isRetry: boolean;
}

export interface OperationLog {
  /**
   * Writes one operation and what it changes, in one transaction; the answer is given once it is on the disk. Asking
   * again with the same identifier changes nothing more.
   *
   * @param also what goes with it in the same transaction, done once too
   * @throws AppError CHANGED_MEANWHILE when somebody changed it since it was read, COMMAND_REUSED when the identifier
   * was used for something else, DISK_FULL
   */
  commit(command: Command, also?: () => void): Done;
  /**
   * Takes what was said out of the log and out of what is made of it: of these entities of a file, or of all. The lines
   * stay without their content, and the command is written as the operation that says so. Bytes of it are left in the
   * file until `sweep`.
   *
   * @throws AppError as `commit`
   */
  erase(command: Command & { readonly caseId: string }, entities: readonly string[] | 'all', also: () => void): Done;
  /**
   * Writes the whole file anew where something was erased since it last was: SQLite overwrites what is deleted, and
   * leaves copies of it where it had moved lines from one page to another. Takes seconds on a big store.
   *
   * @throws AppError DISK_FULL: the next one does it
   */
  sweep(): void;
  /** When the last operation was written; null in a log that has none. */
  lastAt(): number | null;
  /** One that was erased has null for payload. */
  find(opId: string): Operation | null;
  /** The operations of a case file, oldest first, without those that were erased. */
  ofCase(caseId: string): readonly Operation[];
  /** Makes every projection anew from the log. */
  rebuild(): void;
}

const SCHEMA_V = 1;
/** Operations read at a time by a rebuild: a store of any size is made anew in the same memory. */
const BATCH = 500;

export function makeOperationLog(
  db: WriteDb,
  projections: readonly Projection<never>[],
  { clock, deviceId }: { readonly clock: Clock; readonly deviceId: string },
): OperationLog {
  const opened = new Map(
    (projections as unknown as readonly Projection<unknown>[]).map((projection) => [
      projection.entity,
      { ...projection, ...projection.open(db) },
    ]),
  );
  const insert = db.prepare(`
    INSERT INTO op (op_id, device_id, device_seq, actor_id, at, case_id, entity, entity_id, kind, schema_v, base_revision,
      payload, salt, digest, link)
    VALUES (@op_id, @device_id, @device_seq, @actor_id, @at, @case_id, @entity, @entity_id, @kind, @schema_v,
      @base_revision, @payload, @salt, @digest, @link)`);
  const byId = db.prepare<[string], Line>('SELECT * FROM op WHERE op_id = ?');
  const byCase = db.prepare<[string], Line>(
    'SELECT * FROM op WHERE case_id = ? AND payload IS NOT NULL ORDER BY device_seq',
  );
  const next = db.prepare<[number], Line>(`SELECT * FROM op WHERE device_seq > ? ORDER BY device_seq LIMIT ${BATCH}`);
  const lastAt = db.prepare<[], number>('SELECT at FROM op ORDER BY device_seq DESC LIMIT 1').pluck();
  const lastOf = db.prepare<[string], { readonly seq: number; readonly link: Uint8Array }>(
    'SELECT device_seq AS seq, link FROM op WHERE device_id = ? ORDER BY device_seq DESC LIMIT 1',
  );

  const projectionOf = (entity: string) => {
    const projection = opened.get(entity);
    if (projection === undefined) throw new Error(`Nothing keeps ${entity}.`);
    return projection;
  };
  const project = (op: Operation): void => {
    // What was erased makes nothing, and neither does what says so.
    if (op.payload === null || op.kind === ERASED) return;
    const projection = projectionOf(op.entity);
    const previous = projection.read(op.entityId);
    projection.write(projection.apply(previous, op), previous);
  };
  const write = (command: Command): Operation => {
    const last = lastOf.get(deviceId);
    const op: Operation = {
      ...command,
      deviceId,
      deviceSeq: (last?.seq ?? 0) + 1,
      at: clock.now(),
      schemaV: SCHEMA_V,
    };
    const projection = projectionOf(op.entity);
    const previous = projection.read(op.entityId);
    if (op.baseRevision !== null && op.baseRevision !== projection.revisionOf(previous, op)) {
      throw new AppError('CHANGED_MEANWHILE', 'This was changed since it was read.', { entity: op.entity });
    }
    const line = toLine(op);
    insert.run({ ...line, ...sealOf(line, last?.link ?? null) });
    if (op.kind !== ERASED) projection.write(projection.apply(previous, op), previous);
    return op;
  };
  const commitOne = db.transaction((command: Command, also: () => void) => {
    const known = byId.get(command.opId);
    if (known === undefined) {
      also();
      return { op: write(command), isRetry: false };
    }
    const op = toOperation(known);
    if (!isSame(op, command)) throw new AppError('COMMAND_REUSED', 'This identifier was used for something else.');
    return { op, isRetry: true };
  });
  const eraser = makeEraser(db, [...opened.values()]);
  const eraseOne = db.transaction(
    (command: Command & { readonly caseId: string }, entities: readonly string[] | 'all', also: () => void) => {
      const done = commitOne(command, also);
      if (!done.isRetry) eraser(command, entities);
      return done;
    },
  );
  const rebuildAll = db.transaction(() => {
    for (const { tables } of opened.values()) for (const table of tables) db.exec(`DELETE FROM ${table}`);
    let rows = next.all(0);
    while (rows.length > 0) {
      for (const row of rows) project(toOperation(row));
      rows = next.all(rows.at(-1)?.device_seq ?? 0);
    }
  });

  return {
    commit(command, also = () => undefined) {
      const { op, isRetry } = onDisk(() => commitOne.immediate(command, also));
      return { opId: op.opId, revision: op.deviceSeq, isRetry };
    },
    erase(command, entities, also) {
      const { op, isRetry } = onDisk(() => eraseOne.immediate(command, entities, also));
      return { opId: op.opId, revision: op.deviceSeq, isRetry };
    },
    sweep: () => onDisk(() => sweep(db)),
    lastAt: () => lastAt.get() ?? null,
    find(opId) {
      const row = byId.get(opId);
      return row === undefined ? null : toOperation(row);
    },
    ofCase: (caseId) => byCase.all(caseId).map(toOperation),
    rebuild: () => onDisk(() => rebuildAll.immediate()),
  };
}

type Opened = Pick<Projection<unknown>, 'entity' | 'tables'> & ReturnType<Projection<unknown>['open']>;

/** Takes the content of a file's operations out of the log, and what was made of them out of the other tables. */
function makeEraser(
  db: WriteDb,
  projections: readonly Opened[],
): (command: Command & { readonly caseId: string }, entities: readonly string[] | 'all') => void {
  const withCaseId = new Set(
    db
      .prepare<[], string>(
        `SELECT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'case_id'`,
      )
      .pluck()
      .all(),
  );
  const empty = db.prepare(
    `UPDATE op SET payload = NULL, salt = NULL
     WHERE case_id = @caseId AND entity = @entity AND op_id <> @opId AND kind <> '${ERASED}' AND payload IS NOT NULL`,
  );
  return ({ caseId, opId }, entities) => {
    for (const { entity, tables, erase } of projections) {
      if (entities !== 'all' && !entities.includes(entity)) continue;
      empty.run({ caseId, entity, opId });
      erase?.(caseId);
      for (const table of tables.filter((name) => withCaseId.has(name))) {
        db.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
      }
    }
  };
}

/** The number of erasures that the file was written anew after is kept in its header. */
function sweep(db: WriteDb): void {
  const erasures = db
    .prepare<[], number>(`SELECT count(*) FROM op WHERE kind IN ('${ERASED}', '${WORDS_ERASED}')`)
    .pluck()
    .get();
  if (erasures === db.pragma('user_version', { simple: true })) return;
  db.exec('VACUUM');
  // The log of the pages holds them as they were until it is emptied: while somebody reads it, it is not, and is to do again.
  if (!isLogEmptied(db)) return;
  db.pragma(`user_version = ${erasures}`);
  isLogEmptied(db);
}

function isLogEmptied(db: WriteDb): boolean {
  return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
}

function onDisk<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asDiskError(error);
  }
}

function toLine(op: Operation): Line {
  return {
    op_id: op.opId,
    device_id: op.deviceId,
    device_seq: op.deviceSeq,
    actor_id: op.actorId,
    at: op.at,
    case_id: op.caseId,
    entity: op.entity,
    entity_id: op.entityId,
    kind: op.kind,
    schema_v: op.schemaV,
    base_revision: op.baseRevision,
    payload: JSON.stringify(op.payload),
  };
}

export function toOperation(row: Line): Operation {
  return {
    opId: row.op_id,
    deviceId: row.device_id,
    deviceSeq: row.device_seq,
    actorId: row.actor_id,
    at: row.at,
    caseId: row.case_id,
    entity: row.entity,
    entityId: row.entity_id,
    kind: row.kind,
    schemaV: row.schema_v,
    baseRevision: row.base_revision,
    payload: row.payload === null ? null : (JSON.parse(row.payload) as unknown),
  };
}

/** Whether a command asks again for what an operation already did. */
function isSame(op: Operation, command: Command): boolean {
  return (
    op.actorId === command.actorId &&
    op.caseId === command.caseId &&
    op.entityId === command.entityId &&
    op.kind === command.kind &&
    asked(op.payload) === asked(command.payload)
  );
}

/** What was frozen at the moment of the act (figures shown, links as they read) is not what was asked. */
function asked(payload: unknown): string {
  return JSON.stringify(payload, (key, value: unknown) => (key === 'snapshot' || key === 'links' ? undefined : value));
}
