import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { uuidV7 } from '../../shared/kernel/ids.ts';
import { compactInstant, instantOf, isNotAfter, localDateAt, type LocalDate } from '../../shared/kernel/local-date.ts';
import { createEncrypted, openEncrypted } from '../platform/db/encrypted-database.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { WriteDb } from '../platform/db/open-database.ts';
import { MIGRATIONS } from './migrations.ts';
import { makeOperationLog, type Command, type OperationLog, type Projection } from './operation-log.ts';

export { sealedAfter } from './chain.ts';
export type { Command, OperationLog, Projection } from './operation-log.ts';

/** The store of case files, open: what people create, encrypted, its truth in an append-only log. */
export interface CaseStore {
  readonly db: WriteDb;
  readonly log: OperationLog;
  close(): void;
}

/** Gives the open store, or fails with LOCKED: what every question about people starts with. */
export type CurrentStore = () => CaseStore;

/** The file of case files in the folder of a workspace. */
export function casesFile(folder: string): string {
  return join(folder, 'cases.sqlite');
}

/**
 * Opens the case files of a workspace with its key, and brings them to the shape of this version; a copy is kept of what
 * was there before.
 *
 * @throws AppError CASES_UNREADABLE, CASES_FROM_FUTURE, DISK_FULL; nothing is then changed
 */
export function openCaseStore(
  folder: string,
  key: Uint8Array,
  isNew: boolean,
  { projections, clock }: { readonly projections: readonly Projection<never>[]; readonly clock: Clock },
): CaseStore {
  const file = casesFile(folder);
  const db = isNew ? createEncrypted(file, key) : openEncrypted(file, key);
  try {
    migrate(db, MIGRATIONS, {
      // Dated by its name, as every copy: the date of a file does not survive every move.
      copyTo: () => join(folder, 'backups', `before-update-${compactInstant(clock.now())}.sqlite`),
      now: clock.now(),
    });
    const log = makeOperationLog(db, projections, { clock, deviceId: deviceOf(db, clock) });
    return { db, log, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** This workstation, as the log calls it: chosen once, with the store. */
function deviceOf(db: WriteDb, clock: Clock): string {
  const known = db.prepare<[], string>('SELECT id FROM device ORDER BY created_at LIMIT 1').pluck().get();
  if (known !== undefined) return known;
  const id = newId(clock.now());
  db.prepare('INSERT INTO device (id, created_at) VALUES (?, ?)').run(id, clock.now());
  return id;
}

/** An identifier for something that the core makes itself. */
export function newId(now: number): string {
  return uuidV7(now, randomBytes(10));
}

/** Makes a repository once per open store: its statements are prepared at the first question, not at each. */
export function perStore<T>(store: CurrentStore, make: (db: WriteDb) => T): () => T {
  const made = new WeakMap<CaseStore, T>();
  return () => {
    const current = store();
    const known = made.get(current);
    if (known !== undefined) return known;
    const fresh = make(current.db);
    made.set(current, fresh);
    return fresh;
  };
}

export interface DeskAccount {
  readonly id: string;
  readonly name: string;
  readonly role: 'advisor' | 'supervisor';
  readonly agency: string;
}

/** Whoever is at the keyboard, and what is told after a change. */
export interface Desk {
  readonly store: CurrentStore;
  /** @throws AppError LOCKED */
  readonly account: () => DeskAccount;
  /** Everybody who can open the space. @throws AppError LOCKED */
  readonly accounts: () => readonly DeskAccount[];
  /** The name of whoever did something; empty when the account is gone. */
  readonly nameOf: (actorId: string) => string;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly onCaseChanged: (caseId: string | null) => void;
}

/** The day it is at the workstation. */
export function todayOf({ clock, timeZone }: Pick<Desk, 'clock' | 'timeZone'>): LocalDate {
  return localDateAt(clock.now(), timeZone);
}

/** What was said or done is of no day to come. @throws AppError INVALID_INPUT, which names the field */
export function assertNotAfterToday(desk: Pick<Desk, 'clock' | 'timeZone'>, day: string, field: string): void {
  if (isNotAfter(day as LocalDate, todayOf(desk))) return;
  throw new AppError('INVALID_INPUT', `The input was refused (${field}: after_today).`, {
    fields: [`${field}: after_today`],
  });
}

/** Midnight: an appointment of this morning that nobody recorded yet is still to be held. */
export function startOfToday(desk: Pick<Desk, 'clock' | 'timeZone'>): number {
  return instantOf(todayOf(desk), 0, 0, desk.timeZone);
}

interface Asked extends Omit<Command, 'actorId' | 'payload'> {
  /** What was asked, the same each time it is asked. */
  readonly payload: object;
  /**
   * What the operation freezes of the moment it is done, or why it cannot be done: looked for the first time only.
   * Whoever did not hear the answer is told what was done, even when it could not be done any more.
   */
  readonly frozen?: () => object;
}

/** Commits for whoever is at the keyboard, and tells it. @throws as `OperationLog.commit` */
export function commitAs(desk: Desk, asked: Asked, also?: () => void): Committed {
  const { opId, revision } = desk.store().log.commit(toCommand(desk, asked), also);
  desk.onCaseChanged(asked.caseId);
  return { opId, revision };
}

/** Erases for whoever is at the keyboard, and tells it. @throws as `OperationLog.erase` */
export function eraseAs(
  desk: Desk,
  asked: Asked & { readonly caseId: string },
  entities: readonly string[] | 'all',
  also: () => void,
): Committed {
  const command = { ...toCommand(desk, asked), caseId: asked.caseId };
  const { opId, revision } = desk.store().log.erase(command, entities, also);
  desk.onCaseChanged(asked.caseId);
  return { opId, revision };
}

function toCommand(desk: Desk, { payload, frozen, ...command }: Asked): Command {
  const seen = desk.store().log.find(command.opId) === null ? frozen?.() : {};
  return { ...command, actorId: desk.account().id, payload: { ...payload, ...seen } };
}

/** The day on which something asked was done: asked again after midnight, it is still what was asked. */
export function dayOfCommand(desk: Desk, commandId: string): LocalDate {
  return localDateAt(desk.store().log.find(commandId)?.at ?? desk.clock.now(), desk.timeZone);
}
