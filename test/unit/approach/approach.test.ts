import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPROACH_STEPS } from '../../../src/shared/domain/approach/approach.ts';
import {
  applyApproach,
  hasAnswered,
  held,
  isOver,
  nextStep,
  reminderOf,
  revisionOfApproach,
  stageOf,
  type ApproachThread,
} from '../../../src/shared/domain/approach/approach.rules.ts';
import { isOnPaper, reminderOnPaper, stageOnPaper } from '../../../src/shared/domain/approach/on-paper.rules.ts';
import type { ApproachMove, ApproachStep, Reminder } from '../../../src/shared/domain/approach/approach.schema.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';
import { compensationFor } from '../../../src/shared/domain/operation/undo.rules.ts';

const ABOUT = { item: { kind: 'establishment', siret: '93000000000011' }, name: 'Maison Clerc' } as const;

/** A log of one approach, and what it makes. */
function aLog() {
  const ops: Operation[] = [];
  let thread: ApproachThread | null = null;
  const add = (kind: string, payload: object): string => {
    const seq = ops.length + 1;
    const opId = `op-${seq}`;
    const op = { opId, deviceId: 'one', deviceSeq: seq, actorId: 'camille', at: seq * 1000, caseId: 'case' };
    ops.push({ ...op, entity: 'approach', entityId: 'x', kind, schemaV: 1, baseRevision: null, payload });
    thread = applyApproach(thread, ops.at(-1)!);
    return opId;
  };
  return {
    get thread(): ApproachThread | null {
      return thread;
    },
    move: (step: ApproachStep, next: Reminder | null = null, on = '2026-09-01') =>
      add('approach.move', { ...ABOUT, step, on, by: 'person', next, after: ops.length }),
    remind: (next: Reminder | null) => add('approach.remind', { ...ABOUT, next, after: ops.length }),
    word: (text: string) => add('approach.word', { ...ABOUT, text, after: ops.length }),
    undo(opId: string): void {
      const at = ops.findIndex((op) => op.opId === opId);
      const { kind, payload } = compensationFor(ops[at]!, ops.slice(0, at))!;
      add(kind, payload);
    },
  };
}

const ANSWER: Reminder = { kind: 'answer', on: '2026-09-20' };

describe('where an approach stands', () => {
  it('is proposed until something happens, then what happened last, whatever was skipped', () => {
    const log = aLog();
    expect(stageOf(log.thread)).toBe('proposed');
    log.move('contacted');
    log.move('hired');
    expect(stageOf(log.thread)).toBe('hired');
    expect(log.thread).toMatchObject({ name: 'Maison Clerc', item: ABOUT.item });
  });

  it('goes on step by step until it is over, and an answer may be no', () => {
    expect(['proposed', 'contacted', 'answered', 'met'].map((stage) => nextStep(stage as ApproachStep))).toEqual([
      ...['contacted', 'answered', 'met', 'hired'],
    ]);
    for (const stage of ['hired', 'refused', 'no-answer'] as const) {
      expect(isOver(stage)).toBe(true);
      expect(nextStep(stage)).toBeNull();
    }
    const log = aLog();
    log.move('no-answer');
    expect(hasAnswered(log.thread)).toBe(false);
    log.move('refused');
    expect(hasAnswered(log.thread)).toBe(true);
  });

  it('waits for what the last entry says, and for nothing once it is over', () => {
    const log = aLog();
    log.move('contacted', ANSWER);
    expect(reminderOf(log.thread)).toEqual(ANSWER);
    log.remind({ kind: 'call-back', on: '2026-09-25' });
    expect(reminderOf(log.thread)).toMatchObject({ kind: 'call-back' });
    const answered = log.move('answered');
    expect(reminderOf(log.thread)).toBeNull();
    log.undo(answered);
    expect(reminderOf(log.thread)).toMatchObject({ kind: 'call-back' });
    log.move('refused', ANSWER);
    expect(reminderOf(log.thread)).toBeNull();
  });

  it('says the sentence as it is wanted, and ours again once that is undone', () => {
    const log = aLog();
    const first = log.word('Bonjour.');
    const second = log.word('Bonsoir.');
    expect(log.thread?.sentence).toBe('Bonsoir.');
    log.undo(second);
    expect(log.thread?.sentence).toBe('Bonjour.');
    log.undo(first);
    expect(log.thread?.sentence).toBe('');
    expect(held(log.thread)).toEqual([]);
  });

  const aMove: fc.Arbitrary<Pick<ApproachMove, 'step' | 'next'>> = fc.record({
    step: fc.constantFrom(...APPROACH_STEPS),
    next: fc.option(fc.constant(ANSWER)),
  });

  it('is what it was before once everything since is undone, the last first, and so is the revision to have seen', () => {
    fc.assert(
      fc.property(fc.array(aMove, { maxLength: 6 }), fc.array(aMove, { minLength: 1, maxLength: 6 }), (first, then) => {
        const log = aLog();
        for (const { step, next } of first) log.move(step, next);
        const seen = () => [
          ...[stageOf(log.thread), reminderOf(log.thread), hasAnswered(log.thread)],
          ...[held(log.thread).length, revisionOfApproach(log.thread, { kind: 'approach.move' })],
        ];
        const before = seen();
        const made = then.map(({ step, next }) => log.move(step, next));
        for (const opId of made.toReversed()) log.undo(opId);
        expect(seen()).toEqual(before);
      }),
    );
  });
});

describe('what of it leaves the file', () => {
  it('is neither a door that closed nor a company that asked out', () => {
    const stages = ['proposed', 'contacted', 'answered', 'met', 'hired', 'refused', 'no-answer'] as const;
    expect(stages.filter((stage) => isOnPaper({ stage, isOptedOut: false }))).toEqual([
      ...['proposed', 'contacted', 'answered', 'met', 'hired'],
    ]);
    expect(stages.some((stage) => isOnPaper({ stage, isOptedOut: true }))).toBe(false);
    expect(stageOnPaper({ stage: 'refused' })).toBe('proposed');
  });

  it('says a day that is ahead, never one that has passed', () => {
    expect(reminderOnPaper({ reminder: ANSWER }, '2026-09-20')).toEqual(ANSWER);
    expect(reminderOnPaper({ reminder: ANSWER }, '2026-09-21')).toBeNull();
    expect(reminderOnPaper({ reminder: null }, '2026-09-21')).toBeNull();
  });
});
