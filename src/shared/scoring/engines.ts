import { expectedHires, type ExpectedHires, type HiresInterval } from '../domain/market/expected-hires.rules.ts';
import {
  bandAt,
  BAND_FACTS,
  forecastAt,
  isApproximateAt,
  siretAt,
  yearlyHiresAt,
  type EmployerColumns,
} from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import * as v1 from './employers.v1.ts';
import * as v2 from './employers.v2.ts';
import { spreadOrder } from './spread-order.ts';

/** All that a formula reads of one establishment, nothing derived: kept with a decision, it is enough to compute again. */
export interface RawInputs {
  readonly siret: string;
  /** INSEE code of the headcount band. */
  readonly band: string;
  readonly isApproximate: boolean;
  /** Hires of twelve months: counted, or twice those of the forecast. */
  readonly yearlyHires: number | null;
  /** Interval of the six months forecast, all occupations; absent when nothing was forecast. */
  readonly forecast?: HiresInterval | undefined;
  readonly affinity: number;
  readonly yearlyEntryRate: number | null;
  /** Whole metres from the centre of the search. */
  readonly distanceM: number;
}

/** A formula that has ranked lists, by the version that snapshots cite. It stays here as long as one of them is kept. */
export interface Engine {
  readonly version: string;
  /** The most each factor gives, in the order of the contributions, where nobody moved them. */
  readonly weights: v1.Weights;
  expectedHires(inputs: RawInputs): ExpectedHires;
  /** Potential, distance, size, in thousandths: their sum is the score. */
  contributions(inputs: RawInputs, weights: v1.Weights): readonly [number, number, number];
  /** The order drawn for a seed. */
  variedOrder<T extends Drawn>(employers: readonly T[], seed: string, weights: v1.Weights): readonly T[];
}

interface Drawn {
  readonly siret: number;
  readonly score: number;
}

export type Engines = Readonly<Record<string, Engine>>;

const employersV1: Engine = {
  version: v1.ENGINE_VERSION,
  weights: v1.WEIGHTS,
  expectedHires: hiresFromBandOrCount,
  contributions: (inputs, { potential, distance, size }) => [
    v1.weighedPotential(hiresFromBandOrCount(inputs).expected, potential),
    v1.weighedDistance(inputs.distanceM, inputs.isApproximate, distance),
    v1.weighedSize(bandOf(inputs)?.rank ?? 0, size),
  ],
  variedOrder: spreadOrder,
};

/** The same scores, another draw. */
const employersV2: Engine = { ...employersV1, version: v2.ENGINE_VERSION, variedOrder: v2.variedOrder };

export const ENGINES: Engines = { [employersV1.version]: employersV1, [employersV2.version]: employersV2 };

/** The formula of today's lists, which `score-bounds.ts` and `draw.ts` apply row by row. */
export const CURRENT_ENGINE: Engine = employersV2;

/** What the columns hold of a row, as its engine reads it. */
export function rawInputsOf(
  columns: EmployerColumns,
  row: number,
  { affinity, yearlyEntryRate }: SectorPotential,
  distanceM: number,
): RawInputs {
  const forecast = forecastAt(columns, row);
  return {
    siret: String(siretAt(columns, row)).padStart(14, '0'),
    band: BAND_FACTS[bandAt(columns, row)]?.code ?? 'NN',
    isApproximate: isApproximateAt(columns, row),
    yearlyHires: yearlyHiresAt(columns, row),
    ...(forecast === null ? {} : { forecast }),
    affinity,
    yearlyEntryRate,
    distanceM,
  };
}

function hiresFromBandOrCount(inputs: RawInputs): ExpectedHires {
  const { affinity, yearlyHires, yearlyEntryRate, forecast = null } = inputs;
  return expectedHires(affinity, { yearlyHires, forecast }, bandOf(inputs)?.range ?? null, yearlyEntryRate);
}

function bandOf({ band }: RawInputs): (typeof BAND_FACTS)[number] | undefined {
  return BAND_FACTS.find(({ code }) => code === band);
}
