import type { Calibration, Coverage, Evaluation, MethodScores } from './forecast.schema.ts';
import { lastYearsMonths, REFERENCE_MONTHS, referenceMethod } from './baseline.rules.ts';
import {
  HORIZON_MONTHS,
  lastOf,
  outcomesOf,
  sectorOf,
  type CountedEmployer,
  type CountTable,
  type Forecast,
} from './forecast.ts';
import { fitSteps, forecastFrom, LEAST_MONTHS } from './forecast.rules.ts';
import { openBy } from './season.rules.ts';
import { monthText } from './month.rules.ts';
import { cumulative, interval, logProbability } from './negative-binomial.rules.ts';

/** Months a table must have to be scored: those needed to learn, and the six that are kept apart. */
export const LEAST_MONTHS_TO_EVALUATE = LEAST_MONTHS + HORIZON_MONTHS;

const LEVELS = [0.5, 0.8, 0.9] as const;
const TENTH = 0.1;
/** As many of the worst départements and sectors are listed. */
const WORST_LISTED = 5;

/**
 * A time split: everything is learned from the months before the last six, and scored on these six. Employers without a
 * single hire are scored like the others, those that opened during these six months are not.
 */
export function evaluateForecast(table: CountTable): Evaluation {
  return lastOf(evaluationSteps(table));
}

/** The same in short steps, each saying what part is done. */
export function* evaluationSteps(counts: CountTable): Generator<number, Evaluation> {
  const origin = counts.months - HORIZON_MONTHS;
  const table = openBy(counts, origin);
  const outcomes = outcomesOf(table, origin);
  const forecast = forecastFrom(table, origin, yield* fitSteps(table, origin));
  const lastYear = lastYearsMonths(table, origin);
  const reference = origin >= REFERENCE_MONTHS ? referenceMethod(table, origin) : null;
  return {
    employers: table.employers.length,
    firstMonth: monthText(table.firstMonth),
    scoredFrom: monthText(table.firstMonth + origin),
    scoredTo: monthText(table.firstMonth + table.months - 1),
    hires: outcomes.reduce((sum, hires) => sum + hires, 0),
    forecast: scoresOf(forecast, forecast.expected, outcomes),
    lastYear: scoresOf(lastYear.forecast, lastYear.predicted, outcomes),
    reference: reference === null ? null : scoresOf(reference.forecast, reference.predicted, outcomes),
    departements: calibrationBy(table, forecast, outcomes, ({ departement }) => departement),
    sectors: calibrationBy(table, forecast, outcomes, sectorOf),
  };
}

/** @param rankedBy what the employers are ranked by, where that is not what is expected of them */
export function scoresOf(forecast: Forecast, rankedBy: Float64Array, outcomes: Float64Array): MethodScores {
  let logScore = 0;
  let absoluteError = 0;
  let expected = 0;
  forecast.expected.forEach((mean, index) => {
    const outcome = outcomes[index] as number;
    logScore += Math.max(LEAST_LOG, logProbability(outcome, mean, forecast.size[index] as number));
    absoluteError += Math.abs(outcome - mean);
    expected += mean;
  });
  return {
    topDecileCapture: topDecileCapture(rankedBy, outcomes),
    logScore: logScore / outcomes.length,
    meanAbsoluteError: absoluteError / outcomes.length,
    expected,
    coverage: LEVELS.map((level) => coverageOf(level, forecast, outcomes)),
  };
}

/** What a method holds to be impossible costs it as one chance in e⁴⁰. */
const LEAST_LOG = -40;

/** Share of the hires made by the tenth of employers ranked first; ties by SIRET, the order of the table. */
export function topDecileCapture(rankedBy: Float64Array, outcomes: Float64Array): number {
  const total = outcomes.reduce((sum, hires) => sum + hires, 0);
  const first = [...rankedBy.keys()]
    .sort((a, b) => (rankedBy[b] as number) - (rankedBy[a] as number) || a - b)
    .slice(0, Math.ceil(rankedBy.length * TENTH));
  return total === 0 ? 0 : first.reduce((sum, index) => sum + (outcomes[index] as number), 0) / total;
}

/** Expected hires from which whole numbers hardly blur an interval. */
const LARGE = 5;

/**
 * How often the outcome lies in the interval. Whole numbers cannot leave out exactly a tenth: the interval that is
 * `shown` holds more than it says, the more so for small counts. `exact` counts an outcome on an edge for the part of its
 * probability that lies within (the non-randomised PIT of Czado, Gneiting and Held, 2009): it is `level` for a true law.
 */
export function coverageOf(level: number, { expected, size }: Forecast, outcomes: Float64Array): Coverage {
  const [from, to] = [(1 - level) / 2, (1 + level) / 2];
  let exact = 0;
  let shown = 0;
  const large = { employers: 0, shown: 0 };
  outcomes.forEach((outcome, index) => {
    const [mean, own] = [expected[index] as number, size[index] as number];
    const { below, upTo } = cumulative(outcome, mean, own);
    const within = Math.min(upTo, to) - Math.max(below, from);
    if (within > 0) exact += Math.min(1, within / Math.max(upTo - below, Number.MIN_VALUE));
    const { low, high } = interval(level, mean, own);
    const isWithin = outcome >= low && outcome <= high;
    if (isWithin) shown += 1;
    if (mean < LARGE) return;
    large.employers += 1;
    if (isWithin) large.shown += 1;
  });
  return {
    level,
    exact: exact / outcomes.length,
    shown: shown / outcomes.length,
    shownOfLarge: large.employers === 0 ? null : large.shown / large.employers,
  };
}

/** Hires that came over hires expected, by group: the worst first, by how unlikely so wide a gap is. */
function calibrationBy(
  { employers }: CountTable,
  { expected, size }: Forecast,
  outcomes: Float64Array,
  keyOf: (employer: CountedEmployer) => string,
): Calibration {
  const groups = new Map<string, { expected: number; observed: number; variance: number }>();
  employers.forEach((employer, index) => {
    const key = keyOf(employer);
    const sums = groups.get(key) ?? { expected: 0, observed: 0, variance: 0 };
    const mean = expected[index] as number;
    sums.expected += mean;
    sums.observed += outcomes[index] as number;
    sums.variance += mean + (mean * mean) / (size[index] as number);
    groups.set(key, sums);
  });
  const rows = [...groups]
    .map(([key, sums]) => ({
      key,
      expected: sums.expected,
      observed: sums.observed,
      ratio: sums.expected === 0 ? 1 : sums.observed / sums.expected,
      deviations: sums.variance === 0 ? 0 : (sums.observed - sums.expected) / Math.sqrt(sums.variance),
    }))
    .sort((a, b) => Math.abs(b.deviations) - Math.abs(a.deviations) || (a.key < b.key ? -1 : 1));
  return { groups: rows.length, rows, worst: rows.slice(0, WORST_LISTED).map(({ key }) => key) };
}
