import { cellMean, cellsOf, type Cells } from './cell.rules.ts';
import { BURST_CLASSES, evidenceOf, type Evidence } from './evidence.rules.ts';
import { HORIZON_MONTHS, lastOf, outcomesOf, sectorOf, type CountTable, type Forecast } from './forecast.ts';
import { commonLogScore, noiseOf, sizeOf, type Noise, type PastForecasts } from './noise.rules.ts';
import { openBy, shapesOf, type SectorShape, type Shapes } from './season.rules.ts';

/**
 * The forecast of hires over six months (docs/adr/0021-forecast-from-counts.md).
 *
 * The level of an employer is what its own recent months say, drawn towards employers of its sector, size and département
 * (gamma-Poisson, empirical Bayes): the less is known of it, the nearer. It is carried over the next six months by the
 * season and the damped growth of its sector, by its own season where it shows one, and by the chance that it has not
 * closed in silence. What is left is negative binomial noise, read from forecasts of the past.
 */
export interface ForecastModel {
  readonly choices: Choices;
  readonly shapes: Shapes;
  readonly cells: Cells;
  readonly noise: Noise;
}

/** What the past decides: each value is the best of a short list on the windows before the origin. */
export interface Choices {
  /** Months after which a count weighs half. */
  readonly halfLife: number;
  /** The part of a sector's measured growth that is believed: a year's count of a few large employers is no growth. */
  readonly growthTrust: number;
  /** How strongly the cell draws: times the strength that moments give. */
  readonly pull: number;
  /** What is left of a growth from one month to the next; 0 expects none. */
  readonly damping: number;
  /** Hires from which an employer's own season counts as much as its sector's. */
  readonly ownSeason: number;
  /** Chance in a month that an employer stops hiring for good. */
  readonly ending: number;
  /** What past forecasts would have needed to be multiplied by. */
  readonly scale: number;
}

const LISTS: { readonly [K in keyof Choices]: readonly number[] } = {
  halfLife: [36, 18, 72, 9],
  growthTrust: [0, 0.5, 1],
  pull: [0.5, 0.25, 1, 2],
  damping: [0.85, 0, 0.95],
  ownSeason: [20, 6, 60, 1e9],
  ending: [0.004, 0, 0.01],
  scale: [1, 0.9, 0.95, 1.05, 1.1, 1.15, 1.2, 1.3],
};

/** Silences are judged as those of an uneven employer: size of the law of the hires that were to be expected in them. */
const SILENCE_SIZE = 1.5;
/** The own season of an employer is a correction, not a rule. */
const MOST_OWN_SEASON = 4;

/** Fewer months leave no window to choose and measure on. */
export const LEAST_MONTHS = 36;

/** Learns from the months before `origin` alone: no later month is read. */
export function fitForecast(table: CountTable, origin: number): ForecastModel {
  return lastOf(fitSteps(table, origin));
}

/** The same in short steps, each saying what part is done: whoever runs them can show it, or stop. */
export function* fitSteps(counts: CountTable, origin: number): Generator<number, ForecastModel> {
  const table = openBy(counts, origin);
  // The same months a year before, and those just before: a choice must hold in more than one season.
  const windows = [origin - 2 * HORIZON_MONTHS, origin - HORIZON_MONTHS].map((from) => {
    const open = openBy(table, from);
    return { from, open, shapes: shapesOf(open, from), outcomes: outcomesOf(open, from) };
  });
  const evidence = keptEvidence();
  const scoreOf = (choices: Choices): number =>
    windows.reduce((sum, { from, open, shapes, outcomes }) => {
      const found = evidence(open, shapes, from, choices);
      const { expected, known } = expectations(open, from, { choices, shapes, cells: cellsOf(open, found) }, found);
      return sum + commonLogScore(expected, outcomes, known);
    }, 0);
  const choices = yield* bestChoices(scoreOf);
  const past = windows.map(({ from, open, shapes, outcomes }): PastForecasts => {
    const found = evidence(open, shapes, from, choices);
    const made = expectations(open, from, { choices, shapes, cells: cellsOf(open, found) }, found);
    return { ...made, outcomes, classes: found.bursts };
  });
  const shapes = shapesOf(table, origin);
  const cells = cellsOf(table, evidenceOf(table, shapes, origin, choices));
  return { choices, shapes, cells, noise: noiseOf(past, BURST_CLASSES) };
}

/** Hires from month `origin` on, from the months before it and what the model learned. */
export function forecastFrom(table: CountTable, origin: number, model: ForecastModel): Forecast {
  const evidence = evidenceOf(table, model.shapes, origin, model.choices);
  const { expected, known } = expectations(table, origin, model, evidence);
  const size = expected.map((mean, index) =>
    sizeOf(model.noise, mean, known[index] as number, evidence.bursts[index] as number),
  );
  return { expected, size };
}

/** One list after the other, each with the best of the others so far. */
function* bestChoices(scoreOf: (choices: Choices) => number): Generator<number, Choices> {
  const tries = Object.values(LISTS).reduce((sum, list) => sum + list.length - 1, 1);
  let tried = 0;
  let best: Choices = {
    halfLife: LISTS.halfLife[0] as number,
    growthTrust: LISTS.growthTrust[0] as number,
    pull: LISTS.pull[0] as number,
    damping: LISTS.damping[0] as number,
    ownSeason: LISTS.ownSeason[0] as number,
    ending: LISTS.ending[0] as number,
    scale: LISTS.scale[0] as number,
  };
  let bestScore = scoreOf(best);
  for (const name of Object.keys(LISTS) as (keyof Choices)[]) {
    for (const value of LISTS[name].slice(1)) {
      tried += 1;
      yield tried / tries;
      const other = { ...best, [name]: value };
      const score = scoreOf(other);
      if (score > bestScore) [best, bestScore] = [other, score];
    }
  }
  return best;
}

type Learned = Pick<ForecastModel, 'choices' | 'shapes' | 'cells'>;

/** Means, and the spread that comes of how little is known of each level. */
function expectations(
  table: CountTable,
  origin: number,
  { choices, shapes, cells }: Learned,
  evidence: Evidence,
): { readonly expected: Float64Array; readonly known: Float64Array } {
  const count = table.employers.length;
  const expected = new Float64Array(count);
  const known = new Float64Array(count);
  const ahead = new Map<string, { readonly usual: number; readonly season: number }>();
  table.employers.forEach((employer, index) => {
    const sector = sectorOf(employer);
    const window =
      ahead.get(sector) ?? windowAhead(table.firstMonth + origin, shapes.sectors.get(sector) ?? shapes.all, choices);
    ahead.set(sector, window);
    const mean = cellMean(cells, employer);
    const shape = (cells.shapes.get(employer.size) ?? 1) * choices.pull;
    const level = shape + (evidence.hires[index] as number);
    const exposure = shape / Math.max(mean, LEAST_MEAN) + (evidence.exposure[index] as number);
    const rate = level / exposure;
    const before = level / Math.max(exposure - (evidence.silentWeight[index] as number), LEAST_MEAN);
    expected[index] =
      choices.scale *
      rate *
      window.usual *
      ownSeason(evidence, index, window.season, choices.ownSeason) *
      stillHiring(evidence, index, before, choices.ending);
    known[index] = 1 / level;
  });
  return { expected, known };
}

/** A cell where nobody ever hired. */
const LEAST_MEAN = 1e-6;

/** The six months ahead in ordinary months, and the part of a year's hires that the season alone gives them. */
function windowAhead(
  firstMonth: number,
  { season, growth }: SectorShape,
  { damping, growthTrust }: Choices,
): { readonly usual: number; readonly season: number } {
  let [usual, plain, months, step] = [0, 0, 0, 1];
  for (let month = 0; month < HORIZON_MONTHS; month += 1) {
    step *= damping;
    months += step;
    const factor = season[(firstMonth + month) % 12] as number;
    plain += factor;
    usual += factor * growth ** ((growthTrust * months) / 12);
  }
  return { usual, season: plain / 12 };
}

/** How much more of its year an employer makes in these months than its sector, drawn towards 1. */
function ownSeason(evidence: Evidence, index: number, season: number, strength: number): number {
  const share =
    ((evidence.sameMonths[index] as number) + strength * season) / ((evidence.yearly[index] as number) + strength);
  return Math.min(MOST_OWN_SEASON, share / season);
}

/** The chance that a silence is not an end, by Bayes' rule: a long one says more of an employer that hired each month. */
function stillHiring(evidence: Evidence, index: number, rate: number, ending: number): number {
  const months = evidence.silentMonths[index] as number;
  if (months === 0 || ending === 0) return 1;
  const ended = 1 - (1 - ending) ** months;
  const silent = (1 + (rate * (evidence.silentExposure[index] as number)) / SILENCE_SIZE) ** -SILENCE_SIZE;
  return ((1 - ended) * silent) / ((1 - ended) * silent + ended);
}

/** The evidence of a window does not depend on the other choices. */
function keptEvidence(): (open: CountTable, shapes: Shapes, from: number, choices: Choices) => Evidence {
  const kept = new Map<string, Evidence>();
  return (open, shapes, from, choices) => {
    const key = `${from}/${choices.halfLife}/${choices.growthTrust}`;
    const found = kept.get(key) ?? evidenceOf(open, shapes, from, choices);
    kept.set(key, found);
    return found;
  };
}
