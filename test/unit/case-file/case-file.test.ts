import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyCaseFile,
  revisionOfCaseFile,
  valueOf,
  type CaseFileState,
} from '../../../src/shared/domain/case-file/case-file.rules.ts';
import {
  FIELD_NAMES,
  fieldChangeSchema,
  fieldSchemas,
  OUTCOMES,
  type FieldName,
} from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { compensationFor } from '../../../src/shared/domain/operation/undo.rules.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { randomValue } from '../../support/random-facts.ts';

const CASE = '0199c0de-0000-7000-8000-000000000001';

function op(deviceSeq: number, kind: string, payload: unknown): Operation {
  return {
    opId: `op-${deviceSeq}`,
    deviceId: 'd',
    deviceSeq,
    actorId: deviceSeq % 2 === 0 ? 'camille' : 'idriss',
    at: 1_000 * deviceSeq,
    caseId: CASE,
    entity: 'caseFile',
    entityId: CASE,
    kind,
    schemaV: 1,
    baseRevision: null,
    payload,
  };
}

const said = { saidBy: 'person', saidOn: '2026-09-01' } as const;
const creation = op(1, 'caseFile.create', {
  advisorId: 'camille',
  fields: [{ field: 'name', value: { first: 'Nadia', last: 'Ferrand' }, ...said }],
});
const created = applyCaseFile(null, creation);

const settings = fc.array(
  fc.record({
    field: fc.constantFrom(...FIELD_NAMES),
    seed: fc.integer({ min: 0, max: 9 }),
    isTakenAway: fc.boolean(),
  }),
  { maxLength: 40 },
);
type Setting = Parameters<
  Parameters<typeof fc.property<[readonly { field: FieldName; seed: number; isTakenAway: boolean }[]]>>[1]
>[0][number];

const toOps = (all: readonly Setting[]): readonly Operation[] =>
  all.map(({ field, seed, isTakenAway }, index) =>
    op(index + 2, 'caseFile.setField', {
      field,
      value: isTakenAway ? null : randomValue(field, drawFrom(seed)),
      ...said,
    }),
  );
const after = (operations: readonly Operation[]): CaseFileState =>
  operations.reduce<CaseFileState>((state, operation) => applyCaseFile(state, operation), created);

describe('a case file made of its operations', () => {
  it('has each field as it was last said, by whom and when, whatever was said of the others', () => {
    fc.assert(
      fc.property(settings, (all) => {
        const operations = toOps(all);
        const state = after(operations);
        for (const field of FIELD_NAMES) {
          const last = operations.findLast(({ payload }) => (payload as { field: string }).field === field);
          if (last === undefined) continue;
          const { value } = last.payload as { value: unknown };
          expect(valueOf(state.facts, field)).toEqual(value);
          const { actorId, at, deviceSeq: revision } = last;
          expect(state.facts[field]).toEqual({ value, ...said, actorId, at, revision });
        }
        expect(state.revision).toBe(created.revision);
      }),
    );
  });

  it('gives the same state for fields said in another order, but for when they were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...FIELD_NAMES), { maxLength: 20 }), (fields) => {
        const inOrder = (names: readonly FieldName[]) =>
          after(toOps(names.map((field) => ({ field, seed: 1, isTakenAway: false }))));
        const [one, other] = [inOrder(fields), inOrder([...fields].reverse())];
        for (const field of fields) expect(valueOf(one.facts, field)).toEqual(valueOf(other.facts, field));
      }),
    );
  });

  it('asks of a change that it saw the last one of that field, and no other', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom(...FIELD_NAMES), (all, field) => {
        const operations = toOps(all);
        const next = op(99, 'caseFile.setField', { field, value: null, ...said });
        const last = operations.findLast(({ payload }) => (payload as { field: string }).field === field);
        const seen = field === 'name' && last === undefined ? creation.deviceSeq : (last?.deviceSeq ?? 0);
        expect(revisionOfCaseFile(after(operations), next)).toBe(seen);
      }),
    );
  });

  it('is closed with how it ended, and reopened with its whole story', () => {
    for (const outcome of OUTCOMES) {
      const closed = applyCaseFile(created, op(2, 'caseFile.close', { on: '2026-09-01', outcome }));
      expect(closed).toMatchObject({ closedOn: '2026-09-01', outcome, revision: 2, facts: created.facts });
      expect(applyCaseFile(closed, op(3, 'caseFile.reopen', {}))).toEqual({ ...created, revision: 3 });
    }
  });

  it('refuses an operation of a kind that it does not know, and a change before its creation', () => {
    expect(() => applyCaseFile(created, op(2, 'caseFile.erase', {}))).toThrow('caseFile has no operation');
    expect(() => applyCaseFile(null, op(2, 'caseFile.reopen', {}))).toThrow('starts with its creation');
  });

  it('is, after an undo, as if what was undone had never been said', () => {
    fc.assert(
      fc.property(settings, (all) => {
        const operations = toOps(all);
        const last = operations.at(-1);
        if (last === undefined) return;
        const before = [creation, ...operations.slice(0, -1)];
        const undone = op(90, 'caseFile.setField', compensationFor(last, before)!.payload);
        const { field } = last.payload as { field: FieldName };
        expect(valueOf(after([...operations, undone]).facts, field)).toEqual(
          valueOf(after(operations.slice(0, -1)).facts, field),
        );
      }),
    );
  });
});

describe('a value for a field', () => {
  it('is accepted where it is one of that field', () => {
    for (const field of FIELD_NAMES) {
      for (const seed of [1, 2, 3, 4]) {
        const value = randomValue(field, drawFrom(seed));
        expect(fieldSchemas[field].safeParse(value), field).toMatchObject({ success: true });
        expect(fieldChangeSchema.safeParse({ field, value }), field).toMatchObject({ success: true });
      }
    }
  });

  it('may be taken away, save the name', () => {
    for (const field of FIELD_NAMES) {
      expect(fieldChangeSchema.safeParse({ field, value: null }).success, field).toBe(field !== 'name');
    }
  });

  it.each([
    ['birthDate', '2026-02-30'],
    ['allowanceEnds', '2026-13'],
    ['civility', 'mademoiselle'],
    ['interviews', -1],
    ['address', 'x'.repeat(201)],
    ['project1.reach', { kind: 'distance', km: 0 }],
    ['project1.occupation', 'D1106'],
    ['phones', [{ number: '123' }]],
  ] as const)('is refused where it is not (%s)', (field, value) => {
    expect(fieldChangeSchema.safeParse({ field, value }).success).toBe(false);
  });

  it('is given as its field has it, without the spaces around', () => {
    const parsed = fieldChangeSchema.parse({ field: 'name', value: { first: ' Nadia ', last: 'Ferrand  ' } });
    expect(parsed).toEqual({ field: 'name', value: { first: 'Nadia', last: 'Ferrand' } });
    expect(fieldChangeSchema.parse({ field: 'address', value: ' 1 rue Une' }).value).toBe('1 rue Une');
  });

  it('says what is wrong and never what it held', () => {
    const parsed = fieldChangeSchema.safeParse({ field: 'address', value: `canari ${'x'.repeat(300)}` });
    expect(JSON.stringify(parsed.error?.issues)).not.toContain('canari');
  });
});
