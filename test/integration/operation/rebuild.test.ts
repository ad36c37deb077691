import { mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECTIONS } from '../../../src/main/case-file/cases.use-cases.ts';
import { openCaseStore, type CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { KINDS } from '../../support/operation-kinds.ts';
import { aSequence, type Move } from '../../support/random-moves.ts';
import { aFileToPlay } from '../../support/random-operations.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const SEQUENCES = 10_000;
/** Files that share a store: they are played a move each in turn, so that their operations are mixed in the log. */
const A_STORE = 100;

const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('making the projections anew from the log', () => {
  let folder: TempFolder;
  const told = { sequences: 0, operations: 0, kinds: new Set<string>() };
  beforeAll(() => {
    folder = tempFolder('rebuild');
  });
  afterAll(() => folder.cleanup());

  function opened(isNew: boolean, name: number): CaseStore {
    const key = Buffer.alloc(32, 7);
    let now = 1_000_000;
    const clock = { now: () => (now += 7) };
    const store = openCaseStore(`${folder.path}/${name}`, key, isNew, { projections: PROJECTIONS, clock });
    // What is written to the disk, and when, is for the tests of durability.
    store.db.pragma('synchronous = OFF');
    return store;
  }

  it(
    `gives, byte for byte, what ${SEQUENCES} random sequences made one operation at a time`,
    { timeout: 180_000 },
    () => {
      console.log(`sequences of operations: VAV_SEED=${seed}`);
      const startedAt = performance.now();
      let stores = 0;
      const play = (sequences: readonly (readonly Move[])[], ids: number): void => {
        stores += 1;
        mkdirSync(`${folder.path}/${stores}`);
        let store = opened(true, stores);
        const files = sequences.map((moves, index) => ({ moves, file: aFileToPlay(store, ids + index * 7919) }));
        const longest = Math.max(...sequences.map((moves) => moves.length));
        for (let turn = 0; turn < longest; turn += 1) {
          for (const { moves, file } of files) {
            const move = moves[turn];
            if (move !== undefined) file.play(store, move);
          }
          // Somebody leaves and comes back in the middle of the work.
          if (turn === 6) {
            store.close();
            store = opened(false, stores);
          }
        }
        const incremental = projectionsOf(store.db);
        store.log.rebuild();
        expect(projectionsOf(store.db)).toEqual(incremental);
        store.log.rebuild();
        expect(projectionsOf(store.db), 'rebuilt twice').toEqual(incremental);
        const kinds = store.db
          .prepare<[], { kind: string; n: number }>('SELECT kind, count(*) AS n FROM op GROUP BY kind')
          .all();
        for (const { kind, n } of kinds) {
          told.kinds.add(kind);
          told.operations += n;
        }
        told.sequences += sequences.length;
        store.close();
      };
      const batch = fc.array(aSequence, { minLength: A_STORE, maxLength: A_STORE });
      fc.assert(fc.property(batch, fc.integer({ min: 0, max: 2 ** 30 }), play), { seed, numRuns: SEQUENCES / A_STORE });
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      console.log(
        `${told.sequences} sequences, ${told.operations} operations of ${told.kinds.size} kinds in ${seconds} s`,
      );
      expect(told.sequences).toBe(SEQUENCES);
      expect([...told.kinds].sort()).toEqual([...KINDS].sort());
    },
  );
});
