import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';
import { compensationFor, revisionToUndo } from '../../../src/shared/domain/operation/undo.rules.ts';

const CASE = 'case';
let seq = 0;

function op(kind: string, payload: unknown, entityId = CASE): Operation {
  seq += 1;
  const entity = kind.slice(0, kind.indexOf('.'));
  const made = { deviceId: 'here', deviceSeq: seq, actorId: 'camille', at: seq, schemaV: 1, baseRevision: null };
  return { ...made, opId: `op-${seq}`, caseId: CASE, entity, entityId, kind, payload };
}

const said = (field: string, value: unknown, saidBy = 'person', saidOn = '2026-09-01') =>
  op('caseFile.setField', { field, value, saidBy, saidOn });

describe('the reverse of a fact', () => {
  it('is the fact as it was: its value, who had said it and when', () => {
    const before = said('address', '1 rue Haute', 'advisor', '2026-08-01');
    const between = said('email', 'a@example.org');
    const undone = said('address', '2 rue Basse');
    expect(compensationFor(undone, [before, between])).toEqual({ kind: 'caseFile.setField', payload: before.payload });
  });

  it('is what the file was created with, where nothing came since', () => {
    const name = { field: 'name', value: { first: 'Nadia', last: 'Ferrand' }, saidBy: 'person', saidOn: '2026-08-01' };
    const created = op('caseFile.create', { advisorId: 'camille', fields: [name] });
    expect(compensationFor(said('name', { first: 'Nadia', last: 'F.' }), [created])?.payload).toEqual(name);
  });

  it('is no fact where it had never been said', () => {
    expect(compensationFor(said('address', '2 rue Basse'), [said('email', 'a@example.org')])?.payload).toEqual({
      field: 'address',
      value: null,
      saidBy: 'person',
      saidOn: '2026-09-01',
    });
  });

  it('is the last one before, and undoing an undoing gives back what was undone', () => {
    const first = said('address', 'one');
    const second = said('address', 'two');
    const undoing = op('caseFile.setField', compensationFor(second, [first])?.payload);
    expect(undoing.payload).toEqual(first.payload);
    expect(compensationFor(undoing, [first, second])?.payload).toEqual(second.payload);
  });
});

describe('the reverse of a confirmation', () => {
  it('is the fact with the day it was said before, confirmed since or not', () => {
    const first = said('address', '1 rue Haute', 'person', '2026-05-01');
    const confirmed = op('caseFile.confirmFact', { field: 'address', saidBy: 'advisor', saidOn: '2026-08-01' });
    const again = op('caseFile.confirmFact', { field: 'address', saidBy: 'person', saidOn: '2026-09-01' });
    expect(compensationFor(confirmed, [first])).toEqual({ kind: 'caseFile.setField', payload: first.payload });
    expect(compensationFor(again, [first, confirmed])?.payload).toEqual({
      ...{ field: 'address', value: '1 rue Haute', saidBy: 'advisor', saidOn: '2026-08-01' },
    });
    // What was said since is not what was confirmed.
    const other = said('address', '2 rue Basse');
    expect(compensationFor(other, [first, confirmed])?.payload).toEqual({
      ...{ field: 'address', value: '1 rue Haute', saidBy: 'advisor', saidOn: '2026-08-01' },
    });
  });
});

describe('the reverse of what becomes of a file', () => {
  const closing = { on: '2026-08-31', reason: 'moved', outcome: 'moved' };

  it('of a closing, opens it again; of a reopening, closes it as it was closed', () => {
    const closed = op('caseFile.close', closing);
    expect(compensationFor(closed, [])).toEqual({ kind: 'caseFile.reopen', payload: {} });
    expect(compensationFor(op('caseFile.reopen', {}), [closed])).toEqual({
      kind: 'caseFile.close',
      payload: { ...closing, archivedOn: null },
    });
  });

  it('of a reopening out of the archive, puts it back there', () => {
    const closed = op('caseFile.close', closing);
    const archived = op('caseFile.archive', { on: '2026-09-01' });
    const reopened = op('caseFile.reopen', {});
    const undone = compensationFor(reopened, [closed, archived]);
    expect(undone?.payload).toEqual({ ...closing, archivedOn: '2026-09-01' });
    // Undone, then done again, then undone again: it is the same.
    const back = op('caseFile.close', undone?.payload);
    expect(compensationFor(op('caseFile.reopen', {}), [closed, archived, reopened, back])).toEqual(undone);
  });

  it('of the archive, takes it out; of taking it out, puts it back', () => {
    const closed = op('caseFile.close', closing);
    const archived = op('caseFile.archive', { on: '2026-09-01' });
    const undone = compensationFor(archived, [closed]);
    expect(undone).toEqual({ kind: 'caseFile.archive', payload: { on: null } });
    expect(compensationFor(op('caseFile.archive', undone?.payload), [closed, archived])?.payload).toEqual({
      on: '2026-09-01',
    });
  });

  it('of tags, is the tags of before', () => {
    const first = op('caseFile.setTags', { tagIds: ['a'] });
    expect(compensationFor(first, [])?.payload).toEqual({ tagIds: [] });
    expect(compensationFor(op('caseFile.setTags', { tagIds: [] }), [first])?.payload).toEqual({ tagIds: ['a'] });
  });
});

describe('the reverse of the rest', () => {
  it('of the switch of computing, is the other position', () => {
    expect(compensationFor(op('caseFile.setComputing', { isOff: true }), [])).toEqual({
      kind: 'caseFile.setComputing',
      payload: { isOff: false },
    });
  });

  it('of a decision, withdraws that decision and no other', () => {
    const made = op('decision.make', { outcome: 'retained' }, 'case/siret:1');
    expect(compensationFor(made, [])).toEqual({ kind: 'decision.withdraw', payload: { decisionId: made.opId } });
  });

  it.each(['ownEmployer.add', 'contact.record', 'action.add'])('of %s, withdraws what was added', (kind) => {
    const [entity] = kind.split('.');
    expect(compensationFor(op(kind, {}, 'it'), [])).toEqual({ kind: `${entity}.withdraw`, payload: {} });
  });

  it('of where an action stands, is where it stood: not begun, before anything was said', () => {
    const added = op('action.add', {}, 'it');
    const progress = op('action.setState', { state: 'in-progress' }, 'it');
    const other = op('action.setState', { state: 'no-longer-useful' }, 'another');
    const done = op('action.setState', { state: 'done' }, 'it');
    expect(compensationFor(done, [added, progress, other])?.payload).toEqual({ state: 'in-progress' });
    expect(compensationFor(progress, [added, other])?.payload).toEqual({ state: 'not-yet' });
  });

  it('of an appointment, cancels it, and says that we did', () => {
    expect(compensationFor(op('appointment.schedule', {}, 'it'), [])).toEqual({
      kind: 'appointment.setPresence',
      payload: { presence: 'cancelled-by-us' },
    });
  });

  it('of an appointment that was moved, is when it was before', () => {
    const time = { startsAt: 1, minutes: 30, modality: 'on-site' };
    const planned = op('appointment.schedule', { ...time, purpose: 'Point' }, 'it');
    const moved = op('appointment.move', { ...time, startsAt: 2 }, 'it');
    const again = op('appointment.move', { ...time, startsAt: 3 }, 'it');
    expect(compensationFor(moved, [planned])).toEqual({ kind: 'appointment.move', payload: time });
    expect(compensationFor(again, [planned, moved])?.payload).toEqual({ ...time, startsAt: 2 });
  });

  it('of a presence, is what was said before: planned, or held where the meeting was begun', () => {
    const missed = op('appointment.setPresence', { presence: 'missed' }, 'it');
    const excused = op('appointment.setPresence', { presence: 'excused' }, 'it');
    const planned = op('appointment.schedule', {}, 'it');
    expect(compensationFor(missed, [planned])?.payload).toEqual({ presence: 'planned' });
    expect(compensationFor(missed, [planned, excused])?.payload).toEqual({ presence: 'excused' });
    expect(compensationFor(missed, [op('appointment.begin', {}, 'it')])?.payload).toEqual({ presence: 'held' });
  });

  it.each([
    'note.validate',
    'caseFile.create',
    'caseFile.reopen',
    'caseFile.erase',
    'caseFile.eraseWords',
    'agencyTag.rename',
    'savedView.save',
    'decision.withdraw',
    'decision.reset',
    'contact.withdraw',
    'action.withdraw',
    'ownEmployer.withdraw',
    'correction.dismiss',
    'something.later',
  ])('of %s, does not exist', (kind) => {
    expect(compensationFor(op(kind, {}), [])).toBeNull();
  });
});

describe('what an undo must have seen', () => {
  const first = said('address', '1 rue Haute');
  const second = said('address', '2 rue Basse');
  const undoOf = (undone: Operation, earlier: readonly Operation[]): Operation => {
    const { kind, payload } = compensationFor(undone, earlier)!;
    return op(kind, payload);
  };
  const back = undoOf(second, [first]);

  it('is the operation itself, or what brought the thing back to where it left it', () => {
    expect(revisionToUndo(second, [first, second])).toBe(second.deviceSeq);
    expect(revisionToUndo(first, [first, second])).toBe(first.deviceSeq);
    expect(revisionToUndo(first, [first, second, said('email', 'a@example.org'), back])).toBe(back.deviceSeq);
  });

  it('is never what somebody else did, even when it left the same', () => {
    const theirs = { ...back, actorId: 'dominique' };
    expect(revisionToUndo(first, [first, second, theirs])).toBe(first.deviceSeq);
  });

  it('follows a confirmation that was undone, and the states of an action', () => {
    const confirmed = op('caseFile.confirmFact', { field: 'address', saidBy: 'person', saidOn: '2026-11-27' });
    const unconfirmed = undoOf(confirmed, [first]);
    expect(revisionToUndo(first, [first, confirmed, unconfirmed])).toBe(unconfirmed.deviceSeq);
    const [begun, done, again] = (['in-progress', 'done', 'in-progress'] as const).map((state) =>
      op('action.setState', { state }, 'letter'),
    );
    expect(revisionToUndo(begun!, [begun!, done!, again!])).toBe(again!.deviceSeq);
    expect(revisionToUndo(begun!, [begun!, done!])).toBe(begun!.deviceSeq);
  });
});
