import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDecision,
  applyOwnEmployer,
  currentDecision,
  itemKey,
  revisionOfThread,
  threadId,
  type DecisionThread,
} from '../../../src/shared/domain/decision/decision.rules.ts';
import { SET_ASIDE_REASONS } from '../../../src/shared/domain/decision/decision.ts';
import { decisionPayloadSchema } from '../../../src/shared/domain/decision/decision.schema.ts';
import { compensationFor } from '../../../src/shared/domain/operation/undo.rules.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';

const CASE = '0199c0de-0000-7000-8000-000000000001';
const ITEM = { kind: 'establishment', siret: '30000791900013' } as const;
const OUTCOMES = ['retained', 'set-aside', 'later'] as const;

function op(deviceSeq: number, kind: string, payload: unknown): Operation {
  return {
    ...{ opId: `op-${deviceSeq}`, deviceId: 'd', deviceSeq, actorId: 'camille', at: 1_000 * deviceSeq, caseId: CASE },
    ...{ entity: 'decision', entityId: threadId(CASE, ITEM), kind, schemaV: 1, baseRevision: null, payload },
  };
}

const made = (deviceSeq: number, outcome: (typeof OUTCOMES)[number]): Operation =>
  op(deviceSeq, 'decision.make', { item: ITEM, outcome, reasons: [], words: '', snapshot: {} });
const withdrawn = (deviceSeq: number, decisionId: string): Operation =>
  op(deviceSeq, 'decision.withdraw', { decisionId });

/** Decisions, each one perhaps withdrawn later: what people do to one row. */
const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant('make' as const), outcome: fc.constantFrom(...OUTCOMES) }),
    fc.record({ act: fc.constant('withdraw' as const), which: fc.nat(20) }),
  ),
  { minLength: 1, maxLength: 20 },
);

describe('decisions on one item', () => {
  it('hold as the last one that was not withdrawn, and none is ever lost', () => {
    fc.assert(
      fc.property(acts, (all) => {
        let thread: DecisionThread | null = null;
        const expected: { id: string; outcome: string; isWithdrawn: boolean }[] = [];
        all.forEach((act, index) => {
          const seq = index + 1;
          if (act.act === 'make') {
            thread = applyDecision(thread, made(seq, act.outcome));
            expected.push({ id: `op-${seq}`, outcome: act.outcome, isWithdrawn: false });
          } else if (expected.length > 0) {
            const target = expected[act.which % expected.length]!;
            thread = applyDecision(thread, withdrawn(seq, target.id));
            target.isWithdrawn = true;
          }
        });
        const decisions = (thread as DecisionThread | null)?.decisions ?? [];
        expect(decisions.map(({ id, outcome, isWithdrawn }) => ({ id, outcome, isWithdrawn }))).toEqual(expected);
        expect(currentDecision(thread)?.id ?? null).toBe(
          expected.findLast(({ isWithdrawn }) => !isWithdrawn)?.id ?? null,
        );
        expect(revisionOfThread(thread)).toBe(currentDecision(thread)?.revision ?? 0);
      }),
    );
  });

  it('go back by an undo to what held before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 10 }), (outcomes) => {
        const operations = outcomes.map((outcome, index) => made(index + 1, outcome));
        const before = operations.slice(0, -1).reduce<DecisionThread | null>(applyDecision, null);
        const after = operations.reduce<DecisionThread | null>(applyDecision, null);
        const { kind, payload } = compensationFor(operations.at(-1)!, operations.slice(0, -1))!;
        expect(currentDecision(applyDecision(after, op(99, kind, payload)))).toEqual(currentDecision(before));
      }),
    );
  });

  it('are all taken back at once: it is as if nobody had decided, and nothing is lost', () => {
    const decided = [made(1, 'retained'), made(2, 'set-aside'), withdrawn(3, 'op-1')].reduce<DecisionThread | null>(
      applyDecision,
      null,
    );
    const reset = applyDecision(decided, op(4, 'decision.reset', {}));
    expect(currentDecision(reset)).toBeNull();
    expect(revisionOfThread(reset)).toBe(0);
    expect(reset.decisions.map(({ id, revision }) => [id, revision])).toEqual([
      ['op-1', 3],
      ['op-2', 4],
    ]);
    expect(currentDecision(applyDecision(reset, made(5, 'retained')))?.id).toBe('op-5');
  });

  it('cannot be withdrawn before they are made, and know three kinds of operation only', () => {
    expect(() => applyDecision(null, withdrawn(1, 'op-0'))).toThrow('cannot be withdrawn');
    expect(() => applyDecision(null, op(1, 'decision.rank', {}))).toThrow('decision has no operation');
  });

  it('are told apart by file and by item', () => {
    const own = { kind: 'own', ownEmployerId: '30000791900013' } as const;
    expect(itemKey(ITEM)).not.toBe(itemKey(own));
    expect(threadId(CASE, ITEM)).toBe(`${CASE}/siret:30000791900013`);
  });

  it('have no reason of health or of family to give', () => {
    expect(SET_ASIDE_REASONS.filter((reason) => /health|sick|family|child|care|preg/.test(reason))).toEqual([]);
    const snapshot = { kind: 'own', name: 'Atelier', communeName: null, shownOn: '2026-09-01T08:30:00.000Z' };
    const payload = { item: ITEM, outcome: 'set-aside', words: '', snapshot };
    expect(decisionPayloadSchema.safeParse({ ...payload, reasons: ['health'] }).success).toBe(false);
    expect(decisionPayloadSchema.safeParse({ ...payload, reasons: ['pay'] }).success).toBe(true);
  });
});

describe('a company that somebody added', () => {
  it('is there until it is taken back', () => {
    const add = { ...op(1, 'ownEmployer.add', { name: 'Atelier', communeName: '', approach: '', actorName: 'C' }) };
    const own = applyOwnEmployer(null, { ...add, entity: 'ownEmployer', entityId: 'own-1' });
    expect(own).toMatchObject({ id: 'own-1', caseId: CASE, name: 'Atelier', actorName: 'C', isWithdrawn: false });
    expect(applyOwnEmployer(own, op(2, 'ownEmployer.withdraw', {}))).toEqual({
      ...own,
      isWithdrawn: true,
      revision: 2,
    });
    expect(() => applyOwnEmployer(null, op(2, 'ownEmployer.withdraw', {}))).toThrow('never added');
  });
});
