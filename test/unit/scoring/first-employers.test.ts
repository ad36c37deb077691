import { describe, expect, it } from 'vitest';
import { distanceMetres } from '../../../src/shared/kernel/geo.ts';
import { seededStream } from '../../../src/shared/kernel/hash.ts';
import { DistanceGauge } from '../../../src/shared/scoring/distance-gauge.ts';
import { rowOfSiret } from '../../../src/shared/scoring/engine-columns.ts';
import { firstDrawn, firstEmployers } from '../../../src/shared/scoring/first-employers.ts';
import { listEmployers } from '../../../src/shared/scoring/list-employers.ts';
import { countEmployers } from '../../../src/shared/scoring/match-employers.ts';
import { rankEmployers } from '../../support/whole-order.ts';
import { EmployerOrder } from '../../../src/shared/scoring/employer-order.ts';
import { variedOrder } from '../../../src/shared/scoring/employers.v2.ts';
import { drawColumns, drawQuestion } from '../../support/drawn-worlds.ts';
import { anEstablishment, columnsOf } from '../../support/establishments.ts';
import { plainColumns, rankPlainly } from '../../support/plain-ranking.ts';

const SLOW = 300_000;
const WORLDS = 125;
const QUESTIONS = 80;
const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe('the first employers of a list', () => {
  it(
    'are those of a full scan, with its counts, for ten thousand questions drawn at random',
    () => {
      console.log(`first employers: VAV_SEED=${seed}`);
      for (let world = 0; world < WORLDS; world += 1) {
        const { columns, centre } = drawColumns(seed + world);
        const plain = plainColumns(columns);
        const draw = seededStream(seed ^ (world * 7_919));
        for (let index = 0; index < QUESTIONS; index += 1) {
          const { question, wanted, weights } = drawQuestion(draw, columns, centre);
          const expected = rankPlainly(plain, question, weights);
          const where = `VAV_SEED=${seed}, world ${world}, question ${index}`;
          const { employers, eligible, ...counts } = firstEmployers(columns, question, wanted, weights);
          const { employers: all, ...plainCounts } = expected;
          expect(counts, where).toEqual(plainCounts);
          expect(eligible, where).toBe(all.length);
          expect(employers, where).toEqual(all.slice(0, wanted));
          // The whole list is another path over the same blocks: a part of the questions is enough of it.
          if (index % 4 !== 0) continue;
          expect(rankEmployers(columns, question, weights), where).toEqual(expected);
          expect(countEmployers(columns, question), where).toBe(all.length);
          const asked = { wanted, seed: `2026-W${index}` };
          const drawn = firstDrawn(columns, question, asked, weights);
          expect(drawn.employers, where).toEqual(variedOrder(all, asked.seed, weights).slice(0, wanted));
          const whole = new EmployerOrder(columns, question, { weights, seed: asked.seed });
          expect(whole.first(wanted), where).toEqual(drawn.employers);
          expect(drawn, where).toMatchObject({ eligible: all.length, ...plainCounts });
          const nearby = listEmployers(columns, question).employers;
          expect(nearby.length, where).toBe(all.length);
        }
      }
    },
    SLOW,
  );

  it('take an employer by its best site, however many of its sites are good', () => {
    const sites = Array.from({ length: 300 }, (_, index) =>
      anEstablishment({ siret: `700118785${String(index).padStart(5, '0')}`, band: '22', yearlyHires: 500 - index }),
    );
    const others = ['30000000100013', '30000000200013'].map((siret) => anEstablishment({ siret }));
    const columns = columnsOf([...sites, ...others]);
    const { employers, eligible } = firstEmployers(columns, aQuestion(columns.nafCodes.length), 2);
    expect(eligible).toBe(3);
    expect(employers.map(({ siret, otherSites }) => [siret, otherSites])).toEqual([
      [70011878500000, 299],
      [30000000100013, 0],
    ]);
  });

  it('refuse weights that no bound holds for', () => {
    const columns = columnsOf([anEstablishment()]);
    for (const potential of [-1, Number.NaN, Infinity, 200_000]) {
      const ask = () => firstEmployers(columns, aQuestion(1), 1, { potential, distance: 1, size: 1 });
      expect(ask).toThrow('Weights');
    }
  });

  it('leave no mark behind: a question asked again after any other has the same answer', () => {
    const { columns, centre } = drawColumns(4);
    const draw = seededStream(11);
    const asked = Array.from({ length: 40 }, () => drawQuestion(draw, columns, centre));
    const answers = asked.map(({ question, wanted, weights }) => firstEmployers(columns, question, wanted, weights));
    for (const [index, { question, wanted, weights }] of [...asked.entries()].reverse()) {
      expect(firstEmployers(columns, question, wanted, weights)).toEqual(answers[index]);
    }
  });
});

describe('a distance measured the quick way', () => {
  it('is the metre of the long way, near and far, on both sides of every limit', () => {
    const draw = seededStream(seed);
    for (let round = 0; round < 60; round += 1) {
      const centre = { lat: (draw() - 0.5) * 179, lon: (draw() - 0.5) * 360 };
      const gauge = new DistanceGauge(centre);
      for (let index = 0; index < 2_000; index += 1) {
        const reach = [0.0001, 0.05, 2.2, 2.4, 7, 90][index % 6]!;
        const latMicro = Math.round(Math.max(-90, Math.min(90, centre.lat + (draw() - 0.5) * 2 * reach)) * 1e6);
        const lonMicro = Math.round(Math.max(-180, Math.min(180, centre.lon + (draw() - 0.5) * 3 * reach)) * 1e6);
        const exact = distanceMetres(centre, { lat: latMicro / 1e6, lon: lonMicro / 1e6 });
        if (gauge.metresTo(latMicro, lonMicro) !== exact) {
          throw new Error(`VAV_SEED=${seed}: ${centre.lat} ${centre.lon} to ${latMicro} ${lonMicro}`);
        }
      }
    }
  });
});

describe('a SIRET looked for in the columns', () => {
  it('has the row that holds it, or none', () => {
    const columns = columnsOf(['30000000100013', '30000000200013'].map((siret) => anEstablishment({ siret })));
    expect(rowOfSiret(columns, 30000000100013)).not.toBeNull();
    expect([1, 30000000100014, 99999999999999].map((siret) => rowOfSiret(columns, siret))).toEqual([null, null, null]);
    expect(rowOfSiret(columnsOf([]), 1)).toBeNull();
  });
});

function aQuestion(sectors: number) {
  return {
    centre: { lat: 49.1108, lon: 6.1769 },
    radiusM: 30_000,
    departements: new Set<string>(),
    sectors: Array.from({ length: sectors }, () => ({ affinity: 0.5, yearlyEntryRate: 0.4 })),
    group: 0,
    sectionMask: 0,
    sizeMask: 0,
    hiddenSites: new Set<number>(),
    setAsideUnits: new Set<number>(),
  };
}
