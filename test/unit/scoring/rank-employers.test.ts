import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIZE_CLASSES } from '../../../src/shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../../src/shared/domain/sector/sector.ts';
import { seededStream } from '../../../src/shared/kernel/hash.ts';
import { GROUP_ORDER, legalUnitOf } from '../../../src/shared/scoring/employer-columns.ts';
import { toEngineColumns, type EngineColumns } from '../../../src/shared/scoring/engine-columns.ts';
import { WEIGHTS } from '../../../src/shared/scoring/employers.v1.ts';
import { countEmployers } from '../../../src/shared/scoring/match-employers.ts';
import { contributionsOf } from '../../../src/shared/scoring/row-score.ts';
import { rankEmployers } from '../../support/whole-order.ts';
import { anEstablishment, columnsOf } from '../../support/establishments.ts';
import { answerPlainly, type PlainAnswer, type PlainQuestion } from './brute-force.ts';
import { inPlainWords, toEngineQuestion, worlds, type World } from './random-worlds.ts';

const SLOW = 60_000;

function answer({ establishments, question }: World): PlainAnswer {
  const columns = columnsOf(establishments);
  return inPlainWords(rankEmployers(columns, toEngineQuestion(columns, question)));
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const next = seededStream(seed);
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The same columns with the rows of each segment of a sector in another order. */
function withShuffledSectors(columns: EngineColumns, seed: number): EngineColumns {
  const { segmentRow } = columns;
  const rows = Array.from(segmentRow.subarray(1), (end, segment) =>
    shuffled(
      Array.from({ length: end - segmentRow[segment]! }, (_, index) => segmentRow[segment]! + index),
      seed + segment,
    ),
  ).flat();
  const moved = <T extends Uint32Array | Int32Array | Float32Array | Uint8Array>(column: T): T =>
    column.map((_, index) => column[rows[index]!]!) as T;
  const { siretRank, latMicro, lonMicro, yearlyHires, forecastLow, forecastHigh, traits, departement } = columns;
  return toEngineColumns({
    ...columns,
    siretRank: moved(siretRank),
    latMicro: moved(latMicro),
    lonMicro: moved(lonMicro),
    yearlyHires: moved(yearlyHires),
    ...(forecastHigh.length === 0 ? {} : { forecastLow: moved(forecastLow), forecastHigh: moved(forecastHigh) }),
    traits: moved(traits),
    departement: moved(departement),
  });
}

const BAKERY: PlainQuestion = {
  centre: { lat: 49.1108, lon: 6.1769 },
  radiusM: 30_000,
  sectors: { '1071C': { affinity: 0.5, yearlyEntryRate: 0.4 } },
  group: 'private',
  sections: [],
  sizes: [],
  hiddenSites: [],
  setAside: [],
};

describe('ranking employers', () => {
  it(
    'answers exactly what scoring every establishment one by one gives',
    () => {
      fc.assert(
        fc.property(worlds, (world) => {
          expect(answer(world)).toEqual(answerPlainly(world.establishments, world.question));
        }),
        { numRuns: 2_500 },
      );
    },
    SLOW,
  );

  it(
    'counts, without ranking, as many employers as it ranks, for each group',
    () => {
      fc.assert(
        fc.property(worlds, ({ establishments, question }) => {
          const columns = columnsOf(establishments);
          const ranking = rankEmployers(columns, toEngineQuestion(columns, question));
          const counts = GROUP_ORDER.map((group) =>
            countEmployers(columns, toEngineQuestion(columns, { ...question, group })),
          );
          expect(ranking.groupCounts).toEqual(counts);
          expect(counts[GROUP_ORDER.indexOf(question.group)]).toBe(ranking.employers.length);
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it(
    'gives the same list whatever the order of the establishments in the source and inside a sector',
    () => {
      fc.assert(
        fc.property(worlds, fc.nat(), ({ establishments, question }, seed) => {
          const expected = answer({ establishments, question });
          expect(answer({ establishments: shuffled(establishments, seed), question })).toEqual(expected);
          const columns = withShuffledSectors(columnsOf(establishments), seed);
          expect(inPlainWords(rankEmployers(columns, toEngineQuestion(columns, question)))).toEqual(expected);
        }),
        { numRuns: 200 },
      );
    },
    SLOW,
  );

  it(
    'makes each score of three whole contributions that add up to it, for a site inside the radius',
    () => {
      fc.assert(
        fc.property(worlds, ({ establishments, question }) => {
          const columns = columnsOf(establishments);
          const asked = toEngineQuestion(columns, question);
          for (const { row, score, distanceM } of rankEmployers(columns, asked).employers) {
            const naf = columns.nafStart.findLastIndex((start) => start <= row);
            const contributions = contributionsOf(columns, row, asked.sectors[naf]!, distanceM, WEIGHTS);
            expect(contributions.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
            expect(contributions[0] + contributions[1] + contributions[2]).toBe(score);
            expect(distanceM).toBeLessThanOrEqual(question.radiusM);
          }
        }),
        { numRuns: 200 },
      );
    },
    SLOW,
  );

  it(
    'never counts fewer employers when the radius grows',
    () => {
      fc.assert(
        fc.property(worlds, fc.integer({ min: 0, max: 100_000 }), ({ establishments, question }, more) => {
          const near = answer({ establishments, question });
          const far = answer({ establishments, question: { ...question, radiusM: question.radiusM + more } });
          expect(far.employers.length).toBeGreaterThanOrEqual(near.employers.length);
          for (const counts of ['groupCounts', 'sectionCounts', 'sizeCounts'] as const) {
            for (const [name, count] of Object.entries(near[counts])) {
              expect(far[counts][name] ?? 0).toBeGreaterThanOrEqual(count);
            }
          }
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it(
    'tells beside each filter how long the list is when only that one is picked',
    () => {
      fc.assert(
        fc.property(worlds, ({ establishments, question }) => {
          const { sectionCounts, sizeCounts } = answer({ establishments, question });
          for (const section of SECTION_CODES) {
            const { employers } = answer({ establishments, question: { ...question, sections: [section] } });
            expect(employers).toHaveLength(sectionCounts[section] ?? 0);
          }
          for (const size of SIZE_CLASSES) {
            const { employers } = answer({ establishments, question: { ...question, sizes: [size] } });
            expect(employers).toHaveLength(sizeCounts[size] ?? 0);
          }
        }),
        { numRuns: 60 },
      );
    },
    SLOW,
  );

  it('lists a legal unit once, by its best site, and says how many others match', () => {
    const establishments = [
      anEstablishment({ siret: '70011878500013', band: '12' }),
      anEstablishment({ siret: '70011878500026', band: '21' }),
      anEstablishment({ siret: '70011878500039', band: '41', latMicro: 43_000_000 }),
      anEstablishment({ siret: '70011878500042', band: '41', group: 'public' }),
    ];
    const { employers, groupCounts } = answer({ establishments, question: BAKERY });
    expect(employers.map(({ siret, otherSites }) => [siret, otherSites])).toEqual([['70011878500026', 1]]);
    expect(groupCounts).toEqual({ private: 1, public: 1 });
  });

  it('hides a site and nothing else: another one of the same employer takes its place', () => {
    const establishments = [
      anEstablishment({ siret: '70011878500013', band: '12' }),
      anEstablishment({ siret: '70011878500026', band: '21' }),
      anEstablishment({ siret: '30000000100013' }),
    ];
    const hiding = (...hiddenSites: string[]): PlainAnswer =>
      answer({ establishments, question: { ...BAKERY, hiddenSites } });
    expect(hiding().employers.map(({ siret, otherSites }) => [siret, otherSites])).toEqual([
      ['70011878500026', 1],
      ['30000000100013', 0],
    ]);
    expect(hiding('70011878500026').employers.map(({ siret, otherSites }) => [siret, otherSites])).toEqual([
      ['70011878500013', 0],
      ['30000000100013', 0],
    ]);
    expect(hiding('70011878500026', '70011878500013')).toMatchObject({ groupCounts: { private: 1 } });
    expect(hiding('99999999999999')).toEqual(hiding());
  });

  it('sets an employer aside by any of its sites, even one that is not in the list', () => {
    const establishments = [
      anEstablishment({ siret: '70011878500013' }),
      anEstablishment({ siret: '70011878500026', group: 'public' }),
      anEstablishment({ siret: '30000000100013' }),
      anEstablishment({ siret: '00000000000011' }),
      anEstablishment({ siret: '00000000000012' }),
    ];
    const without = (...setAside: string[]): PlainAnswer =>
      answer({ establishments, question: { ...BAKERY, setAside } });
    expect(without('70011878599999').employers.map(({ siret }) => siret)).not.toContain('70011878500013');
    expect(without('70011878599999').groupCounts).toEqual({ private: 3 });
    // Where the source gives no SIREN, an establishment is set aside alone.
    expect(without('00000000000011').employers.map(({ siret }) => siret)).toEqual([
      ...['00000000000012', '30000000100013', '70011878500013'],
    ]);
  });

  it(
    'leaves out as if they did not exist those who are hidden or set aside',
    () => {
      fc.assert(
        fc.property(worlds, ({ establishments, question }) => {
          const units = new Set(question.setAside.map((siret) => legalUnitOf(Number(siret))));
          const others = establishments.filter(
            ({ siret }) => !question.hiddenSites.includes(siret) && !units.has(legalUnitOf(Number(siret))),
          );
          const alone = { ...question, hiddenSites: [], setAside: [] };
          expect(answer({ establishments, question })).toEqual(answer({ establishments: others, question: alone }));
        }),
        { numRuns: 200 },
      );
    },
    SLOW,
  );

  it('puts the smaller SIRET first when two scores are equal', () => {
    const establishments = ['90000000300013', '20000000300013', '50000000300013'].map((siret) =>
      anEstablishment({ siret }),
    );
    const { employers } = answer({ establishments, question: BAKERY });
    expect(employers.map(({ siret }) => siret)).toEqual(['20000000300013', '50000000300013', '90000000300013']);
  });

  it('keeps apart the establishments whose source gives no SIREN', () => {
    const establishments = ['00000000000011', '00000000000012'].map((siret) => anEstablishment({ siret }));
    expect(answer({ establishments, question: BAKERY }).employers).toHaveLength(2);
  });

  it('keeps a site at the very edge of the radius and drops one a metre further', () => {
    // A metre is 8.99 millionths of a degree of latitude: 5,000 m north of the centre, then 5,001 m.
    const at = (metres: number): number => 49_110_800 + Math.round((metres * 180e6) / (Math.PI * 6371008.8));
    const establishments = [
      anEstablishment({ siret: '30000000100013', latMicro: at(5_000) }),
      anEstablishment({ siret: '30000000200013', latMicro: at(5_001) }),
    ];
    const { employers } = answer({ establishments, question: { ...BAKERY, radiusM: 5_000 } });
    expect(employers.map(({ siret, distanceM }) => [siret, distanceM])).toEqual([['30000000100013', 5_000]]);
  });

  it('does not bring to the door a site whose own position nobody gives', () => {
    const establishments = [
      anEstablishment({ siret: '30000000100013', isApproximate: true }),
      anEstablishment({ siret: '30000000200013', isApproximate: false }),
    ];
    const { employers } = answer({ establishments, question: BAKERY });
    expect(employers.map(({ siret, distanceM, score }) => [siret, distanceM, score - employers[0]!.score])).toEqual([
      ['30000000200013', 0, 0],
      ['30000000100013', 0, -25],
    ]);
  });

  it('finds nobody when no sector takes part', () => {
    expect(answer({ establishments: [anEstablishment()], question: { ...BAKERY, sectors: {} } })).toEqual({
      employers: [],
      groupCounts: {},
      sectionCounts: {},
      sizeCounts: {},
    });
  });
});
