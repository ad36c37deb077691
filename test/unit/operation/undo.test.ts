import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';
import { compensationFor } from '../../../src/shared/domain/operation/undo.rules.ts';

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

  it.each([
    'note.validate',
    'caseFile.create',
    'caseFile.close',
    'caseFile.reopen',
    'decision.withdraw',
    'decision.reset',
    'contact.withdraw',
    'action.withdraw',
    'ownEmployer.withdraw',
    'appointment.setPresence',
    'correction.dismiss',
    'something.later',
  ])('of %s, does not exist', (kind) => {
    expect(compensationFor(op(kind, {}), [])).toBeNull();
  });
});
