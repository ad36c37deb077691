import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECTIONS } from '../../../src/main/case-file/cases.use-cases.ts';
import type { Operation } from '../../../src/shared/domain/operation/operation.ts';
import { openCaseStore, type CaseStore, type Command } from '../../../src/main/operation/operation.use-cases.ts';
import { idMaker } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const COLUMNS = [
  'op_id',
  'device_id',
  'device_seq',
  'actor_id',
  'at',
  'case_id',
  'entity',
  'entity_id',
  'kind',
  'schema_v',
  'base_revision',
] as const;

describe('the log of operations', () => {
  const newId = idMaker(11);
  const caseId = newId();
  let folder: TempFolder;
  let store: CaseStore;

  const command = (more: Partial<Command>): Command => ({
    ...{ opId: newId(), actorId: 'camille', caseId, entity: 'caseFile', entityId: caseId, baseRevision: 0 },
    ...{ kind: 'caseFile.create', payload: { advisorId: 'camille', fields: [] }, ...more },
  });
  const say = (value: string, baseRevision: number): Command => {
    const payload = { field: 'address', value, saidBy: 'person', saidOn: '2026-09-01' };
    return command({ kind: 'caseFile.setField', payload, baseRevision });
  };
  const lines = (): readonly unknown[] => store.db.prepare('SELECT * FROM op ORDER BY device_seq').raw().all();
  /** All that a command may change. */
  const state = (): unknown => [lines(), projectionsOf(store.db)];
  const codeOf = (act: () => unknown): unknown => {
    try {
      act();
      return null;
    } catch (error) {
      return (error as { readonly code?: unknown }).code;
    }
  };

  beforeAll(() => {
    folder = tempFolder('append-only');
    const clock = { now: () => 1_000 };
    store = openCaseStore(folder.path, Buffer.alloc(32, 3), true, { projections: PROJECTIONS, clock });
    store.log.commit(command({}));
    store.log.commit(say('1 rue Haute', 0));
  });
  afterAll(() => {
    store.close();
    folder.cleanup();
  });

  it.each(COLUMNS)('refuses that %s of a line be changed, even while its payload is erased', (column) => {
    const before = lines();
    for (const also of ['', ', payload = NULL, salt = NULL']) {
      const value =
        column === 'device_seq' || column === 'at' || column === 'schema_v' || column === 'base_revision'
          ? '77'
          : `'x'`;
      expect(codeOf(() => store.db.exec(`UPDATE op SET ${column} = ${value}${also} WHERE device_seq = 2`))).toMatch(
        /SQLITE_CONSTRAINT/,
      );
    }
    expect(lines()).toEqual(before);
  });

  it('refuses that a payload be rewritten, a line removed or replaced', () => {
    const before = lines();
    const all = COLUMNS.join(', ');
    for (const sql of [
      `UPDATE op SET payload = '{}' WHERE device_seq = 2`,
      'DELETE FROM op WHERE device_seq = 2',
      'DELETE FROM op',
      `INSERT OR REPLACE INTO op (${all}, payload) SELECT ${all}, '{}' FROM op WHERE device_seq = 2`,
      `INSERT OR REPLACE INTO op (${all}, payload)
       SELECT 'other', ${COLUMNS.slice(1).join(', ')}, '{}' FROM op WHERE device_seq = 2`,
    ]) {
      expect(
        codeOf(() => store.db.exec(sql)),
        sql,
      ).toMatch(/SQLITE_CONSTRAINT/);
    }
    expect(lines()).toEqual(before);
  });

  it('lets a payload be erased, and never come back', () => {
    store.db.exec('SAVEPOINT erased');
    store.db.exec('UPDATE op SET payload = NULL, salt = NULL WHERE device_seq = 2');
    expect(store.log.ofCase(caseId).map(({ deviceSeq }: Operation) => deviceSeq)).toEqual([1]);
    const erased = store.db.prepare<[], string>('SELECT op_id FROM op WHERE device_seq = 2').pluck().get();
    expect(store.log.find(erased ?? '')?.payload).toBeNull();
    expect(codeOf(() => store.db.exec(`UPDATE op SET payload = '{}' WHERE device_seq = 2`))).toMatch(
      /SQLITE_CONSTRAINT/,
    );
    store.db.exec('ROLLBACK TO erased; RELEASE erased');
  });

  it('does once what is asked twice with the same identifier', () => {
    const once = say('2 rue Haute', 2);
    const first = store.log.commit(once);
    const before = state();
    expect(store.log.commit(once)).toEqual({ ...first, isRetry: true });
    expect(state()).toEqual(before);
    store.log.commit(say('3 rue Haute', first.revision));
    const after = state();
    expect(store.log.commit(once), 'even once it has been changed again').toEqual({ ...first, isRetry: true });
    expect(state()).toEqual(after);
  });

  it('refuses an identifier that was used for something else', () => {
    const { revision } = store.log.commit(say('4 rue Haute', 4));
    const opId = store.log.ofCase(caseId).at(-1)?.opId ?? '';
    const same = { ...say('4 rue Haute', 4), opId };
    const before = state();
    for (const other of [
      { ...same, payload: { ...(same.payload as object), value: '5 rue Haute' } },
      { ...same, kind: 'caseFile.setComputing', payload: { isOff: true } },
      { ...same, actorId: 'idriss' },
      { ...same, caseId: newId() },
      { ...same, entityId: newId() },
    ]) {
      expect(codeOf(() => store.log.commit(other))).toBe('COMMAND_REUSED');
    }
    expect(state()).toEqual(before);
    expect(store.log.commit(same)).toEqual({ opId, revision, isRetry: true });
  });

  it('refuses what was decided on a revision that is not the current one, and changes nothing', () => {
    const current = store.log.ofCase(caseId).at(-1)?.deviceSeq ?? 0;
    const before = state();
    for (const seen of [0, 1, 2, current - 1, current + 1, 10_000]) {
      expect(codeOf(() => store.log.commit(say('elsewhere', seen)))).toBe('CHANGED_MEANWHILE');
    }
    expect(
      codeOf(() => store.log.commit(command({ baseRevision: 0 }))),
      'a file that is there',
    ).toBe('CHANGED_MEANWHILE');
    expect(state()).toEqual(before);
    expect(store.log.commit(say('elsewhere', current)).revision).toBe(current + 1);
  });

  it('counts without a gap when the file is open twice, and refuses each what the other has changed', () => {
    const clock = { now: () => 2_000 };
    const second = openCaseStore(folder.path, Buffer.alloc(32, 3), false, { projections: PROJECTIONS, clock });
    let seen = store.log.ofCase(caseId).at(-1)?.deviceSeq ?? 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const [one, other] = turn % 2 === 0 ? [store, second] : [second, store];
      const { revision } = one.log.commit(say(`turn ${turn}`, seen));
      expect(codeOf(() => other.log.commit(say('unseen', seen)))).toBe('CHANGED_MEANWHILE');
      expect(revision).toBe(seen + 1);
      seen = revision;
    }
    second.close();
  });

  it('leaves no line behind when what it should change cannot be', () => {
    const before = state();
    expect(() => store.log.commit(command({ kind: 'caseFile.unheardOf', baseRevision: null }))).toThrow(/no operation/);
    expect(() => store.log.commit(command({ entity: 'unheardOf' }))).toThrow(/Nothing keeps/);
    expect(state()).toEqual(before);
  });
});
