import fc from 'fast-check';
import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import type { CaseStore, Command, Projection } from '../../src/main/operation/operation.use-cases.ts';
import { itemKey } from '../../src/shared/domain/decision/decision.rules.ts';
import type { DecisionItem } from '../../src/shared/domain/decision/decision.schema.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import type { Operation } from '../../src/shared/domain/operation/operation.ts';
import { compensationFor } from '../../src/shared/domain/operation/undo.rules.ts';
import { AppError } from '../../src/shared/kernel/app-error.ts';
import { drawFrom, type Draw } from '../../src/shared/kernel/draw.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';

/** Every kind of operation there is. */
export const KINDS = [
  'caseFile.create',
  'caseFile.setField',
  'caseFile.setComputing',
  'caseFile.close',
  'caseFile.reopen',
  'appointment.schedule',
  'appointment.setPresence',
  'contact.record',
  'contact.withdraw',
  'action.add',
  'action.setState',
  'action.withdraw',
  'decision.make',
  'decision.withdraw',
  'decision.reset',
  'ownEmployer.add',
  'ownEmployer.withdraw',
  'correction.dismiss',
  'note.validate',
] as const;

const MOVES = [
  'say',
  'switch',
  'close',
  'meet',
  'attend',
  'contact',
  'agree',
  'progress',
  'decide',
  'add',
  'dismiss',
  'write',
  'undo',
  'again',
  'stale',
] as const;

/** One thing done in a file: which, and what the rest of it is drawn from. */
export interface Move {
  readonly move: (typeof MOVES)[number];
  readonly draw: number;
}

/** What happens in one case file after its creation. */
export const aSequence: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({ move: fc.constantFrom(...MOVES), draw: fc.integer({ min: 0, max: 2 ** 31 - 1 }) }),
  { maxLength: 14 },
);

const FIELDS = ['name', 'address', 'proudOf', 'interviews', 'project1.reach'] as const;
const SIRETS = ['93000000000011', '93000000000029', '93000000000037'];
const AUTHORS = ['camille', 'idriss'];

/** One case file on which moves are made, one after another, each as somebody who sees what there is now. */
export interface PlayedFile {
  play(store: CaseStore, move: Move): void;
}

export function aFileToPlay(store: CaseStore, seed: number): PlayedFile {
  const newId = idsFrom(drawFrom(seed));
  const caseId = newId();
  const done: Command[] = [];
  /** Each new entity, by what it is. */
  const made: { readonly entity: string; readonly id: string }[] = [];

  const commit = (on: CaseStore, command: Command): void => {
    on.log.commit(command);
    done.push(command);
  };
  const seen = (on: CaseStore, command: Omit<Command, 'baseRevision'>): number =>
    revisionSeen(on, command as unknown as Operation);
  const write = (on: CaseStore, draw: Draw, entity: string, entityId: string, kind: string, payload: unknown): void => {
    const of = { opId: newId(), actorId: draw.pick(AUTHORS), caseId, entity, entityId, kind, payload };
    commit(on, { ...of, baseRevision: seen(on, of) });
  };
  const addNew = (on: CaseStore, draw: Draw, kind: string, payload: unknown): void => {
    const [entity] = kind.split('.') as [string];
    const id = newId();
    write(on, draw, entity, id, kind, payload);
    made.push({ entity, id });
  };
  const oneOf = (draw: Draw, entity: string): string | null => {
    const all = made.filter((one) => one.entity === entity);
    return all.length === 0 ? null : draw.pick(all).id;
  };
  const setting = (draw: Draw): object => ({
    field: draw.pick(FIELDS),
    value: draw.percent(15) ? null : draw.below(1000),
    saidBy: draw.pick(['person', 'advisor']),
    saidOn: `2026-09-0${draw.between(1, 9)}`,
  });

  const moves: Readonly<Record<Move['move'], (on: CaseStore, draw: Draw) => void>> = {
    say: (on, draw) => write(on, draw, 'caseFile', caseId, 'caseFile.setField', setting(draw)),
    switch: (on, draw) => write(on, draw, 'caseFile', caseId, 'caseFile.setComputing', { isOff: draw.percent(50) }),
    close: (on, draw) => {
      if (draw.percent(50)) write(on, draw, 'caseFile', caseId, 'caseFile.reopen', {});
      else write(on, draw, 'caseFile', caseId, 'caseFile.close', { on: '2026-09-02', outcome: 'moved' });
    },
    meet: (on, draw) =>
      addNew(on, draw, 'appointment.schedule', {
        ...{ startsAt: draw.below(1e9), minutes: 30, modality: 'on-site', purpose: 'point' },
      }),
    attend(on, draw) {
      const id = oneOf(draw, 'appointment');
      const presence = draw.pick(['held', 'missed', 'excused', 'cancelled-by-person', 'cancelled-by-us']);
      if (id !== null) write(on, draw, 'appointment', id, 'appointment.setPresence', { presence });
    },
    contact: (on, draw) =>
      addNew(on, draw, 'contact.record', {
        ...{
          on: '2026-09-01',
          channel: 'email',
          initiatedBy: 'us',
          isExchange: draw.percent(50),
          line: `${draw.below(99)}`,
        },
      }),
    agree: (on, draw) =>
      addNew(on, draw, 'action.add', {
        owner: 'advisor',
        text: `${draw.below(99)}`,
        dueOn: draw.percent(50) ? '2026-09-09' : null,
      }),
    progress(on, draw) {
      const id = oneOf(draw, 'action');
      const state = draw.pick(['not-yet', 'in-progress', 'done', 'no-longer-useful']);
      if (id !== null) write(on, draw, 'action', id, 'action.setState', { state });
    },
    decide(on, draw) {
      const own = oneOf(draw, 'ownEmployer');
      const item: DecisionItem =
        own !== null && draw.percent(30)
          ? { kind: 'own', ownEmployerId: own }
          : { kind: 'establishment', siret: draw.pick(SIRETS) };
      const outcome = draw.pick(['retained', 'set-aside', 'later']);
      const reasons = outcome === 'set-aside' ? [draw.pick(['closed', 'wrong-data', 'too-far'])] : [];
      const snapshot = {
        kind: 'own',
        name: `Maison ${draw.below(9)}`,
        communeName: null,
        shownOn: '2026-09-01T09:30:00.000Z',
      };
      const payload = { item, outcome, reasons, words: '', snapshot };
      const thread = `${caseId}/${itemKey(item)}`;
      write(on, draw, 'decision', thread, 'decision.make', payload);
      if (draw.percent(10)) write(on, draw, 'decision', thread, 'decision.reset', {});
    },
    add: (on, draw) =>
      addNew(on, draw, 'ownEmployer.add', {
        ...{ name: `Maison ${draw.below(9)}`, communeName: 'Metz', approach: '', actorName: 'Camille' },
      }),
    dismiss(on, draw) {
      const of = { opId: newId(), actorId: draw.pick(AUTHORS), caseId: null, entity: 'correction' };
      commit(on, { ...of, entityId: draw.pick(SIRETS), kind: 'correction.dismiss', baseRevision: null, payload: {} });
    },
    write: (on, draw) =>
      addNew(on, draw, 'note.validate', {
        ...{ on: '2026-09-01', modality: 'on-site', links: [], corrects: oneOf(draw, 'note'), actorName: 'Camille' },
        sections: { ...EMPTY_SECTIONS, personSays: `${draw.below(1000)}` },
      }),
    undo(on, draw) {
      const all = on.log.ofCase(caseId);
      const at = all.length - 1 - draw.below(Math.min(all.length, 6));
      const op = all[at];
      const compensation = op === undefined ? null : compensationFor(op, all.slice(0, at));
      if (op === undefined || compensation === null) return;
      const of = {
        opId: newId(),
        actorId: op.actorId,
        caseId,
        entity: op.entity,
        entityId: op.entityId,
        ...compensation,
      };
      const command = { ...of, baseRevision: op.deviceSeq };
      const isCurrent = seen(on, of) === op.deviceSeq;
      if (isCurrent) commit(on, command);
      else refused('CHANGED_MEANWHILE', on, command);
    },
    again(on, draw) {
      if (done.length === 0) return;
      const before = draw.pick(done);
      if (draw.percent(50)) {
        if (!on.log.commit(before).isRetry) throw new Error('A command was done twice.');
      } else {
        refused('COMMAND_REUSED', on, { ...before, payload: { ...(before.payload as object), other: true } });
      }
    },
    stale(on, draw) {
      const of = { opId: newId(), actorId: 'camille', caseId, entity: 'caseFile', entityId: caseId };
      const command = { ...of, kind: 'caseFile.setField', payload: setting(draw) };
      refused('CHANGED_MEANWHILE', on, { ...command, baseRevision: seen(on, command) + 1 + draw.below(3) });
    },
  };

  const draw = drawFrom(seed + 1);
  const fields = [
    { field: 'name', value: { first: 'Nadia', last: `${draw.below(99)}` }, saidBy: 'person', saidOn: '2026-09-01' },
  ];
  write(store, draw, 'caseFile', caseId, 'caseFile.create', { advisorId: draw.pick(AUTHORS), fields });
  return { play: (on, { move, draw: drawn }) => moves[move](on, drawFrom(drawn)) };
}

function idsFrom(draw: Draw): () => string {
  return () =>
    uuidV7(
      draw.below(2 ** 40),
      Uint8Array.from({ length: 10 }, () => draw.below(256)),
    );
}

type Reading = ReadonlyMap<string, (op: Operation) => number>;
const readings = new WeakMap<CaseStore, Reading>();

/** What somebody who looks now would give as the revision they saw. */
function revisionSeen(store: CaseStore, op: Operation): number {
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
function refused(code: string, { log, db }: CaseStore, command: Command): void {
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
