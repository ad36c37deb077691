import type { CaseStore, Command } from '../../src/main/operation/operation.use-cases.ts';
import { itemKey } from '../../src/shared/domain/decision/decision.rules.ts';
import type { DecisionItem } from '../../src/shared/domain/decision/decision.schema.ts';
import { ENTITIES_OF_WORDS, ERASED, type Operation } from '../../src/shared/domain/operation/operation.ts';
import { compensationFor } from '../../src/shared/domain/operation/undo.rules.ts';
import { drawFrom, type Draw } from '../../src/shared/kernel/draw.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';
import { drawApproach, drawOptOut } from './random-approach.ts';
import { drawAction, drawEngagement, drawNote, drawTerms } from './random-plan.ts';
import { type Move, OF_NO_FILE } from './random-moves.ts';
import { drawSheet } from './random-sheet.ts';
import { refused, revisionSeen } from './seen-revisions.ts';

const FIELDS = ['name', 'address', 'proudOf', 'interviews', 'project1.reach'] as const;
const SIRETS = ['93000000000011', '93000000000029', '93000000000037'];
const TAGS = ['one', 'two', 'three'];
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
  const correct = (on: CaseStore, draw: Draw, kind: string, payload: object): void => {
    const of = { opId: newId(), actorId: draw.pick(AUTHORS), caseId: null, entity: 'correction', baseRevision: null };
    commit(on, { ...of, entityId: draw.pick(SIRETS), kind: `correction.${kind}`, payload });
  };
  const oneOf = (draw: Draw, entity: string): string | null => {
    const all = made.filter((one) => one.entity === entity);
    return all.length === 0 ? null : draw.pick(all).id;
  };
  /** After that nothing more can happen in it. */
  let isErased = false;
  const setting = (draw: Draw): { field: string; value: unknown; saidBy: string; saidOn: string } => ({
    field: draw.pick(FIELDS),
    value: draw.percent(15) ? null : draw.below(1000),
    saidBy: draw.pick(['person', 'advisor']),
    saidOn: `2026-09-0${draw.between(1, 9)}`,
  });

  const moves: Readonly<Record<Move['move'], (on: CaseStore, draw: Draw) => void>> = {
    say: (on, draw) => write(on, draw, 'caseFile', caseId, 'caseFile.setField', setting(draw)),
    switch: (on, draw) => write(on, draw, 'caseFile', caseId, 'caseFile.setComputing', { isOff: draw.percent(50) }),
    confirm: (on, draw) => {
      const { field, saidBy, saidOn } = setting(draw);
      write(on, draw, 'caseFile', caseId, 'caseFile.confirmFact', { field, saidBy, saidOn });
    },
    tag: (on, draw) =>
      write(on, draw, 'caseFile', caseId, 'caseFile.setTags', { tagIds: draw.shuffled(TAGS).slice(1) }),
    close: (on, draw) => {
      const kind = draw.pick(['close', 'close', 'reopen', 'archive'] as const);
      // Files of before reasons were asked are closed without one.
      const reason = draw.percent(50) ? { reason: 'moved' } : {};
      const closing = { on: '2026-09-02', outcome: 'moved', ...reason };
      const payload = { close: closing, reopen: {}, archive: { on: draw.percent(80) ? '2026-09-03' : null } }[kind];
      write(on, draw, 'caseFile', caseId, `caseFile.${kind}`, payload);
    },
    give(on, draw) {
      const kind = draw.pick(['lend', 'lend', 'takeBack', 'reassign'] as const);
      const toId = draw.pick(AUTHORS);
      const until = `2026-09-1${draw.below(9)}`;
      const payload = { lend: { toId, until, reason: 'leave' }, takeBack: {}, reassign: { toId, reason: 'balance' } };
      write(on, draw, 'caseFile', caseId, `caseFile.${kind}`, payload[kind]);
    },
    erase(on, draw) {
      const isWhole = draw.percent(12);
      const kind = isWhole ? ERASED : 'caseFile.eraseWords';
      const of = { opId: newId(), actorId: draw.pick(AUTHORS), caseId, entity: 'caseFile', entityId: caseId, kind };
      const command = { ...of, payload: isWhole ? { why: 'term' } : {} };
      on.log.erase(
        { ...command, baseRevision: seen(on, of as never) },
        isWhole ? 'all' : ENTITIES_OF_WORDS,
        () => undefined,
      );
      isErased = isWhole;
      made.splice(0);
      done.splice(0);
    },
    list(on, draw) {
      const [entity, tags] = ['agencyTag', readTags(on)];
      const tag = draw.pick(TAGS);
      const kind = tags.has(tag) ? draw.pick(['rename', 'retire', 'restore']) : 'add';
      const payload = kind === 'add' || kind === 'rename' ? { name: `Étiquette ${draw.below(99)}` } : {};
      const of = {
        opId: newId(),
        actorId: draw.pick(AUTHORS),
        caseId: null,
        entity,
        entityId: tag,
        kind: `${entity}.${kind}`,
      };
      commit(on, { ...of, payload, baseRevision: null });
    },
    look(on, draw) {
      const entityId = draw.pick(TAGS);
      const isThere = on.db.prepare('SELECT 1 FROM saved_view WHERE id = ?').get(entityId) !== undefined;
      const of = { opId: newId(), actorId: draw.pick(AUTHORS), caseId: null, entity: 'savedView', entityId };
      const isRemoval = isThere && draw.percent(40);
      const payload = isRemoval ? {} : { name: `Vue ${draw.below(99)}`, view: { text: '', drawn: draw.below(99) } };
      commit(on, { ...of, kind: isRemoval ? 'savedView.remove' : 'savedView.save', payload, baseRevision: null });
    },
    meet(on, draw) {
      const time = { startsAt: draw.below(1e9), minutes: 30, modality: 'on-site' };
      addNew(on, draw, 'appointment.schedule', { ...time, kind: 'review', purpose: 'point' });
    },
    receive(on, draw) {
      const time = { startsAt: draw.below(1e9), minutes: 20, modality: 'on-site' };
      addNew(on, draw, 'appointment.begin', { ...time, purpose: '' });
    },
    move(on, draw) {
      const id = oneOf(draw, 'appointment');
      const time = { startsAt: draw.below(1e9), minutes: 45, modality: 'telephone' };
      if (id !== null) write(on, draw, 'appointment', id, 'appointment.move', time);
    },
    attend(on, draw) {
      const id = oneOf(draw, 'appointment');
      const presence = draw.pick(['held', 'missed', 'excused', 'cancelled-by-person', 'cancelled-by-us']);
      if (id !== null) write(on, draw, 'appointment', id, 'appointment.setPresence', { presence });
    },
    contact(on, draw) {
      const said = { on: '2026-09-01', channel: 'email', initiatedBy: 'us', line: `${draw.below(99)}` };
      addNew(on, draw, 'contact.record', { ...said, isExchange: draw.percent(50) });
    },
    agree: (on, draw) => addNew(on, draw, 'action.add', drawAction(draw)),
    revise(on, draw) {
      const id = oneOf(draw, 'action');
      const serves = oneOf(draw, 'action');
      if (id !== null) write(on, draw, 'action', id, 'action.revise', drawTerms(draw, serves));
    },
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
    approach(on, draw) {
      const item: DecisionItem = { kind: 'establishment', siret: draw.pick(SIRETS) };
      for (const { kind, payload } of drawApproach(draw, item)) {
        write(on, draw, 'approach', `${caseId}/${itemKey(item)}`, kind, payload);
      }
    },
    add: (on, draw) =>
      addNew(on, draw, 'ownEmployer.add', {
        ...{ name: `Maison ${draw.below(9)}`, communeName: 'Metz', approach: '', actorName: 'Camille' },
      }),
    dismiss: (on, draw) => correct(on, draw, 'dismiss', {}),
    optOut: (on, draw) => correct(on, draw, 'optOut', drawOptOut(draw)),
    report(on, draw) {
      const name = `Maison ${draw.below(9)}`;
      correct(on, draw, 'report', { report: draw.pick(['closed', 'wrong-data']), name, communeName: null });
    },
    write: (on, draw) => addNew(on, draw, 'note.validate', drawNote(draw, oneOf(draw, 'note'))),
    withdraw(on, draw) {
      const id = oneOf(draw, 'note');
      if (id !== null) write(on, draw, 'note', id, 'note.withdraw', { why: `${draw.below(99)}` });
    },
    read(on, draw) {
      const by = draw.pick(['person', 'advisor']);
      write(on, draw, 'reading', `${caseId}/${by}`, 'reading.say', { by, text: `${draw.below(99)}`, on: '2026-09-02' });
    },
    engage: (on, draw) => addNew(on, draw, 'engagement.record', drawEngagement(draw, oneOf(draw, 'engagement'))),
    tell(on, draw) {
      const payload = { closedOn: '2026-03-01', situation: draw.pick(['lasting-job', 'not-known']), on: '2026-09-02' };
      write(on, draw, 'outcome', `${caseId}/2026-03-01`, 'outcome.tell', payload);
    },
    keep(on, draw) {
      const id = newId();
      for (const { kind, payload } of drawSheet(draw)) write(on, draw, 'sheet', id, kind, payload);
    },
    undo(on, draw) {
      const all = on.log.ofCase(caseId);
      const at = all.length - 1 - draw.below(Math.min(all.length, 6));
      const op = all[at];
      const compensation = op === undefined ? null : compensationFor(op, all.slice(0, at));
      if (op === undefined || compensation === null) return;
      const { actorId, entity, entityId } = op;
      const of = { opId: newId(), actorId, caseId, entity, entityId, ...compensation };
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
  return {
    play(on, { move, draw: drawn }) {
      if (!isErased || OF_NO_FILE.has(move)) moves[move](on, drawFrom(drawn));
    },
  };
}

function readTags({ db }: CaseStore): ReadonlySet<string> {
  return new Set(db.prepare<[], string>('SELECT id FROM agency_tag').pluck().all());
}

function idsFrom(draw: Draw): () => string {
  return () =>
    uuidV7(
      draw.below(2 ** 40),
      Uint8Array.from({ length: 10 }, () => draw.below(256)),
    );
}
