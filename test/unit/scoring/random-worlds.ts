import fc from 'fast-check';
import { HEADCOUNT_BANDS, SIZE_CLASSES } from '../../../src/shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../../src/shared/domain/sector/sector.ts';
import type { Position } from '../../../src/shared/kernel/geo.ts';
import { GROUP_ORDER, legalUnitOf } from '../../../src/shared/scoring/employer-columns.ts';
import type { EmployerQuestion } from '../../../src/shared/scoring/employer-question.ts';
import type { EngineColumns } from '../../../src/shared/scoring/engine-columns.ts';
import type { EmployerListing } from '../../../src/shared/scoring/list-employers.ts';
import type { EmployerRanking } from '../../support/whole-order.ts';
import type { EmployerCounts } from '../../../src/shared/scoring/survey.ts';
import type { Establishment } from '../../support/establishments.ts';
import {
  SECTION_OF,
  type PlainAnswer,
  type PlainCounts,
  type PlainListing,
  type PlainQuestion,
} from './brute-force.ts';

/** A country made at random, and a question asked in it. */
export interface World {
  readonly establishments: readonly Establishment[];
  readonly question: PlainQuestion;
}

const NAFS = Object.keys(SECTION_OF);
const CENTRES: readonly Position[] = [
  { lat: 49.1108, lon: 6.1769 },
  { lat: -20.9334, lon: 55.4463 },
  { lat: 15.9991, lon: -61.7215 },
];
const EARTH_RADIUS_M = 6371008.8;

/** Metres from the centre, as shares of the radius or beside its edge: where a wrong bound would show. */
const DISTANCES: readonly ((radiusM: number) => number)[] = [
  () => 0,
  () => 40,
  (radiusM) => radiusM * 0.3,
  (radiusM) => radiusM * 0.9,
  (radiusM) => radiusM - 1,
  (radiusM) => radiusM - 0.5,
  (radiusM) => radiusM - 0.1,
  (radiusM) => radiusM,
  (radiusM) => radiusM + 0.4,
  (radiusM) => radiusM + 0.5,
  (radiusM) => radiusM + 0.6,
  (radiusM) => radiusM + 1,
  (radiusM) => radiusM + 2,
  (radiusM) => radiusM * 1.01,
  (radiusM) => radiusM * 1.5,
  (radiusM) => radiusM * 3,
];

/** One establishment out of 32 random bits: quick to draw by hundreds, and quick to shrink. */
function decode(bits: number, index: number, centre: Position, radiusM: number): Establishment {
  let rest = bits >>> 0;
  const take = (size: number): number => {
    const value = rest % size;
    rest = Math.floor(rest / size);
    return value;
  };
  const naf = NAFS[take(NAFS.length)]!;
  const group = GROUP_ORDER[Math.max(0, take(6) - 3)]!;
  const band = HEADCOUNT_BANDS[take(HEADCOUNT_BANDS.length)]!;
  const yearlyHires = [null, null, 0, 1, 7, 250][take(6)]!;
  const isApproximate = take(4) === 0;
  const distance = DISTANCES[take(DISTANCES.length)]!(radiusM);
  const bearing = (take(12) * Math.PI) / 6;
  const unit = take(50);
  // Unit 0 is the SIREN that some files write for "none": such establishments stand alone.
  const siren = unit === 0 ? '000000000' : String(300_000_000 + unit * 9_973);
  const siret = `${siren}${String((index * 7_919) % 100_000).padStart(5, '0')}`;
  const { lat, lon } = destination(centre, distance, bearing);
  const position = { latMicro: Math.round(lat * 1e6), lonMicro: Math.round(lon * 1e6), isApproximate };
  const forecast = index % 3 === 0 ? { expected: (index % 7) * 0.413, low: index % 2, high: 1 + (index % 9) } : null;
  return { siret, naf, band, group, yearlyHires, forecast, ...position };
}

/** The point at a distance and a bearing, on the sphere. */
function destination(from: Position, metres: number, bearing: number): Position {
  const lat1 = (from.lat * Math.PI) / 180;
  const arc = metres / EARTH_RADIUS_M;
  const lat2 = Math.asin(Math.sin(lat1) * Math.cos(arc) + Math.cos(lat1) * Math.sin(arc) * Math.cos(bearing));
  const y = Math.sin(bearing) * Math.sin(arc) * Math.cos(lat1);
  const x = Math.cos(arc) - Math.sin(lat1) * Math.sin(lat2);
  return { lat: (lat2 * 180) / Math.PI, lon: from.lon + (Math.atan2(y, x) * 180) / Math.PI };
}

const sector = fc.record({
  affinity: fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true })),
  yearlyEntryRate: fc.oneof(fc.constant(null), fc.double({ min: 0.05, max: 2, noNaN: true })),
});

const sectors = fc
  .array(fc.option(sector, { freq: 4 }), { minLength: NAFS.length, maxLength: NAFS.length })
  .map((drawn) => Object.fromEntries(NAFS.flatMap((naf, index) => (drawn[index] ? [[naf, drawn[index]]] : []))));

const someOf = (items: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.subarray([...items]) });

/** Draws of establishments of a world: nobody half of the time, else a few or many. */
const someSites = (most: number): fc.Arbitrary<readonly number[]> =>
  fc.oneof(fc.constant([]), fc.array(fc.nat(399), { maxLength: most, size: 'max' }));

export const worlds: fc.Arbitrary<World> = fc
  .record({
    // Without bias, which would make most lists short and most establishments alike.
    drawn: fc.noBias(fc.uint32Array({ minLength: 0, maxLength: 400, size: 'max' })),
    centre: fc.constantFrom(...CENTRES),
    radiusM: fc.constantFrom(1_000, 5_000, 30_000, 200_000),
    sectors,
    group: fc.constantFrom(...GROUP_ORDER),
    sections: someOf(['A', 'C', 'G', 'I', 'N', 'O', 'Q', 'U', 'B']),
    sizes: someOf(SIZE_CLASSES),
    hidden: someSites(120),
    aside: someSites(6),
  })
  .map(({ drawn, hidden, aside, ...asked }) => {
    const establishments = Array.from(drawn, (bits, index) => decode(bits, index, asked.centre, asked.radiusM));
    const siretsOf = (draws: readonly number[]): readonly string[] =>
      draws.flatMap((draw) => establishments[draw]?.siret ?? []);
    return { establishments, question: { ...asked, hiddenSites: siretsOf(hidden), setAside: siretsOf(aside) } };
  });

/** The same question as the engine takes it. */
export function toEngineQuestion(columns: EngineColumns, question: PlainQuestion): EmployerQuestion {
  const mask = (all: readonly string[], kept: readonly string[]): number =>
    kept.reduce((bits, item) => bits + 2 ** all.indexOf(item), 0);
  return {
    centre: question.centre,
    radiusM: question.radiusM,
    departements: new Set<string>(),
    sectors: columns.nafCodes.map((naf) => question.sectors[naf] ?? null),
    group: GROUP_ORDER.indexOf(question.group),
    sectionMask: mask(SECTION_CODES, question.sections),
    sizeMask: mask(SIZE_CLASSES, question.sizes),
    hiddenSites: new Set(question.hiddenSites.map(Number)),
    setAsideUnits: new Set(question.setAside.map((siret) => legalUnitOf(Number(siret)))),
  };
}

/** The engine's answer in the words of the brute force. */
export function inPlainWords({ employers, ...counts }: EmployerRanking): PlainAnswer {
  return {
    employers: employers.map(({ siret, score, distanceM, otherSites }) => ({
      siret: toSiret(siret),
      score,
      distanceM,
      otherSites,
    })),
    ...countsInPlainWords(counts),
  };
}

/** A list without computing in the words of the brute force. */
export function listedInPlainWords({ employers, ...counts }: EmployerListing): PlainListing {
  return {
    employers: employers.map(({ row: _row, siret, ...employer }) => ({ siret: toSiret(siret), ...employer })),
    ...countsInPlainWords(counts),
  };
}

function countsInPlainWords({ groupCounts, sectionCounts, sizeCounts }: EmployerCounts): PlainCounts {
  const named = (names: readonly string[], counts: readonly number[]): Record<string, number> =>
    Object.fromEntries(names.flatMap((name, index) => (counts[index]! > 0 ? [[name, counts[index]!]] : [])));
  return {
    groupCounts: named(GROUP_ORDER, groupCounts),
    sectionCounts: named(SECTION_CODES, sectionCounts),
    sizeCounts: named(SIZE_CLASSES, sizeCounts),
  };
}

function toSiret(siret: number): string {
  return String(siret).padStart(14, '0');
}
