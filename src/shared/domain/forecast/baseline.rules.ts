import { HORIZON_MONTHS, outcomesOf, windowHires, type CountTable, type Forecast } from './forecast.ts';
import { leastSquares } from './least-squares.rules.ts';
import { noiseOf, sizeOf } from './noise.rules.ts';

/**
 * What a forecast must do better than. Each gives a rank by its bare prediction; to be scored as a law it also gets,
 * read from its own past, what those it expects nearly nothing of make on average, and a negative binomial spread by band
 * of expected hires. Both are more than it had: a comparison must not be won on what a method never claimed to say.
 */
export interface Baseline {
  /** As predicted, for the rank. */
  readonly predicted: Float64Array;
  readonly forecast: Forecast;
}

/** Hires of the same six months of the year before. */
export function lastYearsMonths(table: CountTable, origin: number): Baseline {
  const year = 2 * HORIZON_MONTHS;
  return asBaseline({
    predicted: outcomesOf(table, origin - year),
    pastPredicted: outcomesOf(table, origin - 2 * year),
    pastOutcomes: outcomesOf(table, origin - year),
  });
}

/** Periods of six months that the reference reads. */
const LAGS = 7;
/** Under so many employers the reference refuses a département; here it takes the line of all of them. */
const LEAST_TO_TRAIN = 50;

/** Months that the reference's method needs before an origin: seven periods, moved by the year it is trained on. */
export const REFERENCE_MONTHS = (LAGS + 2) * HORIZON_MONTHS;

/**
 * The method published with La Bonne Boîte: in each département one least-squares line on the hires of seven periods of
 * six months and on the lower bound of the headcount, over employers with at least one hire. It is trained on the same
 * months of the year before, from periods as far behind, and cut at 0.
 */
export function referenceMethod(table: CountTable, origin: number): Baseline {
  const trainedAt = origin - 2 * HORIZON_MONTHS;
  const outcomes = outcomesOf(table, trainedAt);
  const before = table.employers.map((_, index) => featuresOf(table, index, trainedAt));
  const everyone = table.employers.map((_, index) => index).filter((index) => hasHired(before[index]));
  const lineOf = (chosen: readonly number[]): readonly number[] =>
    leastSquares(
      chosen.map((index) => before[index] ?? []),
      chosen.map((index) => outcomes[index] ?? 0),
    );
  const departements = new Map<string, number[]>();
  for (const index of everyone) {
    const code = table.employers[index]?.departement ?? '';
    const found = departements.get(code);
    if (found === undefined) departements.set(code, [index]);
    else found.push(index);
  }
  const common = lineOf(everyone);
  const lines = new Map(
    [...departements].map(([code, chosen]) => [code, chosen.length < LEAST_TO_TRAIN ? common : lineOf(chosen)]),
  );
  const predict = (features: readonly number[] | undefined, index: number): number => {
    if (features === undefined || !hasHired(features)) return 0;
    const [constant = 0, ...slopes] = lines.get(table.employers[index]?.departement ?? '') ?? common;
    return Math.max(
      0,
      features.reduce((sum, feature, at) => sum + feature * (slopes[at] ?? 0), constant),
    );
  };
  return asBaseline({
    predicted: Float64Array.from(table.employers, (_, index) => predict(featuresOf(table, index, origin), index)),
    pastPredicted: Float64Array.from(before, predict),
    pastOutcomes: outcomes,
  });
}

function featuresOf(table: CountTable, index: number, origin: number): readonly number[] {
  const lags = Array.from({ length: LAGS }, (_, lag) => windowHires(table, index, origin - (lag + 1) * HORIZON_MONTHS));
  return [...lags, table.employers[index]?.heads ?? 1];
}

function hasHired(features: readonly number[] | undefined): boolean {
  return features?.slice(0, LAGS).some((hires) => hires > 0) ?? false;
}

/** Predictions under this are "nearly nothing". */
const NEARLY_NOTHING = 0.5;

function asBaseline({
  predicted,
  pastPredicted,
  pastOutcomes,
}: {
  readonly predicted: Float64Array;
  readonly pastPredicted: Float64Array;
  readonly pastOutcomes: Float64Array;
}): Baseline {
  let [made, of] = [0, 0];
  pastPredicted.forEach((value, index) => {
    if (value >= NEARLY_NOTHING) return;
    made += pastOutcomes[index] as number;
    of += 1;
  });
  const nearlyNothing = (made + 1) / (of + 10);
  const raised = (values: Float64Array): Float64Array =>
    values.map((value) => (value < NEARLY_NOTHING ? nearlyNothing : value));
  const nothing = new Float64Array(predicted.length);
  const noise = noiseOf(
    [
      {
        expected: raised(pastPredicted),
        outcomes: pastOutcomes,
        known: nothing,
        classes: new Uint8Array(nothing.length),
      },
    ],
    1,
  );
  const expected = raised(predicted);
  return { predicted, forecast: { expected, size: expected.map((mean) => sizeOf(noise, mean, 0, 0)) } };
}
