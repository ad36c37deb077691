import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import type { CaseStore, Command, Projection } from '../../src/main/operation/operation.use-cases.ts';
import type { Operation } from '../../src/shared/domain/operation/operation.ts';
import { AppError } from '../../src/shared/kernel/app-error.ts';

type Reading = ReadonlyMap<string, (op: Operation) => number>;
const readings = new WeakMap<CaseStore, Reading>();

/** What somebody who looks now would give as the revision they saw. */
export function revisionSeen(store: CaseStore, op: Operation): number {
  const known = readings.get(store) ?? readingOf(store);
  readings.set(store, known);
  return known.get(op.entity)?.(op) ?? 0;
}

function readingOf({ db }: CaseStore): Reading {
  return new Map(
    (PROJECTIONS as unknown as readonly Projection<unknown>[]).map((projection) => {
      const { read } = projection.open(db);
      return [projection.entity, (op: Operation) => projection.revisionOf(read(op.entityId), op)];
    }),
  );
}

/** A command that is refused leaves no line in the log. */
export function refused(code: string, { log, db }: CaseStore, command: Command): void {
  const count = db.prepare<[], number>('SELECT count(*) FROM op').pluck();
  const before = count.get();
  try {
    log.commit(command);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== code) throw error;
    if (count.get() !== before) throw new Error(`${code} and a line in the log.`, { cause: error });
    return;
  }
  throw new Error(`${command.kind} was to be refused with ${code}.`);
}
