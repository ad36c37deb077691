import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legalUnitAt } from '../../../src/shared/scoring/employer-columns.ts';
import { listEmployers } from '../../../src/shared/scoring/list-employers.ts';
import { rankEmployers } from '../../support/whole-order.ts';
import { anEstablishment, columnsOf } from '../../support/establishments.ts';
import { listPlainly, type PlainListing } from './brute-force.ts';
import { listedInPlainWords, toEngineQuestion, worlds, type World } from './random-worlds.ts';

const SLOW = 60_000;

function list({ establishments, question }: World): PlainListing {
  const columns = columnsOf(establishments);
  return listedInPlainWords(listEmployers(columns, toEngineQuestion(columns, question)));
}

describe('listing employers without computing', () => {
  it(
    'answers exactly what measuring every establishment one by one gives',
    () => {
      fc.assert(
        fc.property(worlds, (world) => {
          expect(list(world)).toEqual(listPlainly(world.establishments, world.question));
        }),
        { numRuns: 1_500 },
      );
    },
    SLOW,
  );

  it(
    'holds the employers of the ranking with its counts, whatever their sectors hire',
    () => {
      fc.assert(
        fc.property(worlds, fc.double({ min: 0, max: 1, noNaN: true }), ({ establishments, question }, affinity) => {
          const columns = columnsOf(establishments);
          const asked = toEngineQuestion(columns, question);
          const { employers, ...counts } = listEmployers(columns, asked);
          const { employers: ranked, ...rankedCounts } = rankEmployers(columns, asked);
          expect(counts).toEqual(rankedCounts);
          const unitsOf = (rows: readonly { readonly row: number }[]): readonly number[] =>
            rows.map(({ row }) => legalUnitAt(columns, row)).sort((a, b) => a - b);
          expect(unitsOf(employers)).toEqual(unitsOf(ranked));
          const sectors = asked.sectors.map((sector) => sector && { affinity, yearlyEntryRate: null });
          expect(listEmployers(columns, { ...asked, sectors }).employers).toEqual(employers);
        }),
        { numRuns: 300 },
      );
    },
    SLOW,
  );

  it('shows an employer by its nearest site, however large another one is', () => {
    const establishments = [
      anEstablishment({ siret: '70011878500013', band: '53', yearlyHires: 900, latMicro: 49_120_000 }),
      anEstablishment({ siret: '70011878500026', band: '01', latMicro: 49_112_000 }),
      anEstablishment({ siret: '30000000100013', latMicro: 49_115_000 }),
    ];
    const { employers } = list({
      establishments,
      question: {
        centre: { lat: 49.1108, lon: 6.1769 },
        radiusM: 30_000,
        sectors: { '1071C': { affinity: 0.5, yearlyEntryRate: 0.4 } },
        group: 'private',
        sections: [],
        sizes: [],
        hiddenSites: [],
        setAside: [],
      },
    });
    expect(employers).toEqual([
      { siret: '70011878500026', distanceM: 133, otherSites: 1 },
      { siret: '30000000100013', distanceM: 467, otherSites: 0 },
    ]);
  });

  it('carries no figure of the engine', () => {
    const columns = columnsOf([anEstablishment()]);
    const { employers } = listEmployers(columns, {
      centre: { lat: 49.1108, lon: 6.1769 },
      radiusM: 30_000,
      departements: new Set<string>(),
      sectors: [{ affinity: 1, yearlyEntryRate: 1 }],
      group: 0,
      sectionMask: 0,
      sizeMask: 0,
      hiddenSites: new Set(),
      setAsideUnits: new Set(),
    });
    expect(employers.map((employer) => Object.keys(employer))).toEqual([['row', 'siret', 'distanceM', 'otherSites']]);
  });
});
