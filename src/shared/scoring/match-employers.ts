import { DistanceGauge } from './distance-gauge.ts';
import { siretAt } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import { rowsByRank, type EngineColumns } from './engine-columns.ts';
import { Survey, type EmployerCounts } from './survey.ts';
import { searchArea } from './search-area.ts';

/** One employer that answers a question: its best matching site, and how many other sites match. */
export interface MatchedEmployer {
  readonly row: number;
  readonly siret: number;
  readonly distanceM: number;
  readonly otherSites: number;
}

/**
 * What makes one site come before another, as a whole number: smaller first, ties by SIRET. It is under 2^53 divided by
 * the number of rows.
 */
export type PlaceOf = (row: number, naf: number, sector: SectorPotential, distanceM: number) => number;

/** Every employer that answers a question, in order, as one number each. */
export interface MatchedKeys {
  readonly counts: EmployerCounts & { readonly eligible: number };
  /** The place of an employer times the number of rows, plus the rank of the SIRET of its first site; ascending. */
  readonly keys: Float64Array;
  readonly employerOf: (key: number) => MatchedEmployer;
}

/**
 * Every employer that answers the question, each by the first of its matching sites, in order, with the counts. Cost:
 * the blocks that the question reaches, and a sort of numbers; an employer is made when it is asked for.
 */
export function matchEmployers(columns: EngineColumns, question: EmployerQuestion, placeOf: PlaceOf): MatchedKeys {
  const { count, latMicro, lonMicro } = columns;
  const gauge = new DistanceGauge(question.centre);
  const survey = new Survey(columns, question, searchArea(columns, question, gauge));
  const found: Found[] = [];
  const counts = survey.run((block, naf, sector) => found.push({ block, naf, sector }));
  const keys = keysOf(columns, { survey, gauge, placeOf, found, eligible: counts.eligible }).sort();
  survey.end();
  return {
    counts,
    keys,
    employerOf: (key) => {
      const row = rowsByRank(columns)[key - Math.floor(key / count) * count] as number;
      const distanceM = gauge.metresTo(latMicro[row] as number, lonMicro[row] as number);
      return { row, siret: siretAt(columns, row), distanceM, otherSites: survey.otherSitesOf(row) };
    },
  };
}

/** How many employers answer the question, without comparing them. */
export function countEmployers(columns: EngineColumns, question: EmployerQuestion): number {
  const gauge = new DistanceGauge(question.centre);
  const survey = new Survey(columns, question, searchArea(columns, question, gauge));
  const { eligible } = survey.run(null);
  survey.end();
  return eligible;
}

interface Found {
  readonly block: number;
  readonly naf: number;
  readonly sector: SectorPotential;
}

interface Matching {
  readonly survey: Survey;
  readonly gauge: DistanceGauge;
  readonly placeOf: PlaceOf;
  readonly found: readonly Found[];
  readonly eligible: number;
}

/** A number for each employer that holds its place and the rank of its SIRET. */
function keysOf(columns: EngineColumns, matching: Matching): Float64Array {
  const { count, scratch, segmentBlock, traits, siretRank } = columns;
  const { rows } = scratch;
  const { latMicro, lonMicro, manyUnit, manyShift } = columns;
  const { survey, gauge, placeOf, found, eligible } = matching;
  const keys = new Float64Array(eligible);
  const units: number[] = [];
  let length = 0;
  for (const { block, naf, sector } of found) {
    const isAlone = block < (segmentBlock[naf * 2 + 1] as number);
    const inside = survey.select(block, naf);
    for (let index = 0; index < inside; index += 1) {
      const row = rows[index] as number;
      if (survey.isKept[traits[row] as number] === 0) continue;
      const metres = gauge.metresTo(latMicro[row] as number, lonMicro[row] as number);
      const key = placeOf(row, naf, sector, metres) * count + (siretRank[row] as number);
      if (isAlone) {
        keys[length] = key;
        length += 1;
        continue;
      }
      const unit = manyUnit[row - (manyShift[naf] as number)] as number;
      const known = scratch.unitKey[unit] as number;
      if (known === Infinity) units.push(unit);
      if (key < known) scratch.unitKey[unit] = key;
    }
  }
  for (const unit of units) {
    keys[length] = scratch.unitKey[unit] as number;
    length += 1;
    scratch.unitKey[unit] = Infinity;
  }
  return keys;
}
