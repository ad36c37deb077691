import { cpSync, mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECTIONS } from '../../../src/main/case-file/cases.use-cases.ts';
import { openCaseStore, type CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { firstAlteration } from '../../../src/main/operation/verify-chain.use-cases.ts';
import { firstUnfaithful } from '../../../src/main/operation/verify-tables.use-cases.ts';
import type { Alteration } from '../../../src/shared/domain/backup/backup.schema.ts';
import { drawFrom, type Draw } from '../../../src/shared/kernel/draw.ts';
import { backTo } from '../../support/old-store.ts';
import { aSequence } from '../../support/random-moves.ts';
import { aFileToPlay } from '../../support/random-operations.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const FILES = 60;
const ALTERATIONS = 200;
const KEY = Buffer.alloc(32, 7);
const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

interface OneLine {
  readonly device_seq: number;
  readonly kind: string;
  readonly payload: string | null;
}

/** Writes in the store as somebody who has its key and not the application. */
function behind(store: CaseStore, act: (db: CaseStore['db']) => void): void {
  const triggers = store.db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'op'`)
    .all();
  for (const { name } of triggers) store.db.exec(`DROP TRIGGER ${name}`);
  act(store.db);
}

describe('the chain of the log', () => {
  let folder: TempFolder;
  let played: CaseStore;
  let copies = 0;

  const opened = (name: string, isNew: boolean): CaseStore => {
    let now = 1_000_000;
    const clock = { now: () => (now += 7) };
    const store = openCaseStore(`${folder.path}/${name}`, KEY, isNew, { projections: PROJECTIONS, clock });
    store.db.pragma('synchronous = OFF');
    return store;
  };
  /** Another store that holds the same, to be altered. */
  const another = (): CaseStore => {
    const name = `copy-${(copies += 1)}`;
    mkdirSync(`${folder.path}/${name}`);
    played.db.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(`${folder.path}/played/cases.sqlite`, `${folder.path}/${name}/cases.sqlite`);
    return opened(name, false);
  };
  const foundAfter = (act: (db: CaseStore['db']) => void): Alteration | null => {
    const store = another();
    try {
      behind(store, act);
      return firstAlteration(store.db);
    } finally {
      store.close();
    }
  };
  const lines = (): readonly OneLine[] =>
    played.db.prepare<[], OneLine>('SELECT device_seq, kind, payload FROM op ORDER BY device_seq').all();
  const aLine = (draw: Draw, isFit: (line: OneLine) => boolean): number => draw.pick(lines().filter(isFit)).device_seq;
  const last = (): number => lines().length;

  beforeAll(() => {
    console.log(`chain: VAV_SEED=${seed}`);
    folder = tempFolder('chain');
    mkdirSync(`${folder.path}/played`);
    played = opened('played', true);
    const [sequences = []] = fc.sample(fc.array(aSequence, { minLength: FILES, maxLength: FILES }), {
      seed,
      numRuns: 1,
    });
    sequences.forEach((moves, index) => {
      const file = aFileToPlay(played, seed + index * 7919);
      for (const move of moves) file.play(played, move);
      for (let draw = 0; index < 4 && draw < 9; draw += 1) file.play(played, { move: 'erase', draw });
    });
  });
  afterAll(() => {
    played.close();
    folder.cleanup();
  });

  it('is whole whatever was done, erasures and rebuilds included, and what is shown is what it says', () => {
    expect(
      lines().some(({ payload }) => payload === null),
      'something was erased',
    ).toBe(true);
    expect(firstAlteration(played.db)).toBeNull();
    expect(firstUnfaithful(played.db, PROJECTIONS)).toBeNull();
    played.log.rebuild();
    played.log.sweep();
    expect(firstAlteration(played.db)).toBeNull();
    expect(firstUnfaithful(played.db, PROJECTIONS)).toBeNull();
  });

  it(`shows whatever of a line is changed without the application (${ALTERATIONS} drawn)`, () => {
    const draw = drawFrom(seed);
    const store = another();
    behind(store, () => undefined);
    const columns = ['op_id', 'actor_id', 'at', 'case_id', 'entity', 'entity_id', 'kind', 'schema_v', 'base_revision'];
    for (let round = 0; round < ALTERATIONS; round += 1) {
      const number = draw.between(1, last());
      const column = draw.pick([...columns, 'payload', 'salt', 'digest', 'link']);
      store.db.exec('BEGIN');
      const value = ['at', 'schema_v', 'base_revision'].includes(column) ? '987654' : `'x'`;
      const altered = column === 'salt' || column === 'digest' || column === 'link' ? `x'0a0b'` : value;
      store.db.exec(`UPDATE op SET ${column} = ${altered} WHERE device_seq = ${number}`);
      // An erasure that is no more one leaves lines emptied without a reason: those come first.
      expect(firstAlteration(store.db)?.number, `${column} of ${number}`).toBeLessThanOrEqual(number);
      store.db.exec('ROLLBACK');
      expect(firstAlteration(store.db)).toBeNull();
    }
    store.close();
  });

  it('names the first line that is not as it was, and what was done to it', () => {
    const draw = drawFrom(seed);
    // Without an erasure, what it emptied is altered, and comes first.
    const erasing = new Set(lines().flatMap(({ kind, device_seq: n }) => (/erase/.test(kind) ? [n, n - 1] : [])));
    const held = aLine(
      draw,
      ({ payload, device_seq: n }) => payload !== null && n > 1 && n < last() && !erasing.has(n),
    );
    const of = (sql: string) => foundAfter((db) => db.exec(sql));
    const swap = `UPDATE op SET device_seq = -1 WHERE device_seq = ${held};
      UPDATE op SET device_seq = ${held} WHERE device_seq = ${held + 1};
      UPDATE op SET device_seq = ${held + 1} WHERE device_seq = -1`;
    expect(of(`UPDATE op SET payload = replace(payload, '{', '{ ') WHERE device_seq = ${held}`)).toMatchObject({
      ...{ why: 'content', number: held },
    });
    expect(of(`UPDATE op SET actor_id = 'other' WHERE device_seq = ${held}`)).toMatchObject({
      why: 'line',
      number: held,
    });
    expect(of(`DELETE FROM op WHERE device_seq = ${held}`)).toMatchObject({ why: 'missing', number: held + 1 });
    expect(of('DELETE FROM op WHERE device_seq = 1')).toMatchObject({ why: 'missing', number: 2 });
    expect(of(swap)).toMatchObject({ why: 'line', number: held });
  });

  it('tells what was emptied without an erasure from what was erased', () => {
    const noFile = `case_id NOT IN (SELECT case_id FROM op WHERE kind IN ('caseFile.erase', 'caseFile.eraseWords'))`;
    const found = foundAfter((db) => db.exec(`UPDATE op SET payload = NULL, salt = NULL WHERE ${noFile}`));
    expect(found?.why).toBe('content');
  });

  it('reveals nothing of what was erased: its salt went with it', () => {
    const left = played.db.prepare('SELECT count(*) FROM op WHERE payload IS NULL AND salt IS NOT NULL').pluck().get();
    expect(left).toBe(0);
    const digests = played.db.prepare('SELECT count(DISTINCT digest) FROM op').pluck().get();
    expect(digests, 'the same words never give the same digest').toBe(last());
  });

  it('shows that a note or a decision reads otherwise than the log says', () => {
    const store = another();
    const alter = (sql: string): Alteration | null => {
      store.db.exec('BEGIN');
      expect(store.db.prepare(sql).run().changes).toBe(1);
      const found = firstUnfaithful(store.db, PROJECTIONS);
      expect(firstAlteration(store.db)).toBeNull();
      store.db.exec('ROLLBACK');
      return found;
    };
    const one = (table: string): string => `rowid = (SELECT max(rowid) FROM ${table})`;
    expect(alter(`UPDATE note SET sections = replace(sections, ':"', ':"x') WHERE ${one('note')}`)?.why).toBe('tables');
    expect(alter(`UPDATE decision SET words = 'other' WHERE ${one('decision')}`)?.why).toBe('tables');
    expect(alter(`DELETE FROM note WHERE ${one('note')}`)?.why).toBe('tables');
    store.close();
  });

  it('is made for a store of before, and carried on', () => {
    const store = another();
    backTo(store.db, 90);
    expect(firstAlteration(store.db), 'nothing to prove').toBeNull();
    const name = `copy-${copies}`;
    store.close();
    const now = opened(name, false);
    expect(firstAlteration(now.db)).toBeNull();
    aFileToPlay(now, seed - 1);
    expect(firstAlteration(now.db)).toBeNull();
    expect(now.db.prepare('SELECT count(*) FROM op WHERE link IS NULL').pluck().get()).toBe(0);
    now.close();
  });
});
