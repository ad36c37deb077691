import { logProbability } from './negative-binomial.rules.ts';

/**
 * How far outcomes fall from what was expected, beyond the chance of a count. The spread is the inverse of the size of a
 * negative binomial law: 0 is a Poisson law. It is read from past forecasts, by how many hires were expected and by class
 * of employer.
 */
export interface Noise {
  /** `spreads[class][band]` */
  readonly spreads: readonly (readonly number[])[];
}

/** Bands of expected hires over six months. */
const BAND_EDGES = [0.3, 1, 3, 10, 40];
const BANDS = BAND_EDGES.length + 1;
/** A band with fewer outcomes takes the spread of its class, or of all. */
const LEAST_OUTCOMES = 150;
const MOST_SPREAD = 12;
const GRID = [0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.6, 2.5, 4, 7, MOST_SPREAD];

/** Past forecasts with what came of them. */
export interface PastForecasts {
  readonly expected: Float64Array;
  readonly outcomes: Float64Array;
  /** Spread that is known already, for each: what little is known of its level. */
  readonly known: Float64Array;
  readonly classes: Uint8Array;
}

/** The spread of each class and band under which the outcomes are the most likely. */
export function noiseOf(past: readonly PastForecasts[], classes: number): Noise {
  const rows = past.map((forecasts) => ({ forecasts, bands: Uint8Array.from(forecasts.expected, bandOf) }));
  const pick = (isWanted: (group: number, band: number) => boolean): Sample => {
    const sample: Sample = { expected: [], outcomes: [], known: [] };
    for (const { forecasts, bands } of rows) {
      for (let index = 0; index < bands.length; index += 1) {
        if (!isWanted(forecasts.classes[index] as number, bands[index] as number)) continue;
        sample.expected.push(forecasts.expected[index] as number);
        sample.outcomes.push(forecasts.outcomes[index] as number);
        sample.known.push(forecasts.known[index] as number);
      }
    }
    return sample;
  };
  const all = spreadOf(pick(() => true));
  const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
  const ofBand = numbers(BANDS).map((wanted) =>
    spreadWhereEnough(
      pick((_, band) => band === wanted),
      all,
    ),
  );
  return {
    spreads: numbers(classes).map((group) =>
      ofBand.map((usual, wanted) =>
        classes === 1
          ? usual
          : spreadWhereEnough(
              pick((other, band) => other === group && band === wanted),
              usual,
            ),
      ),
    ),
  };
}

/** The size of the law of one employer, from what is expected of it, its class, and the spread already known. */
export function sizeOf({ spreads }: Noise, expected: number, known: number, group: number): number {
  const spread = known + (spreads[group]?.[bandOf(expected)] ?? 0);
  return spread <= 0 ? Infinity : 1 / spread;
}

/** The best single spread for everyone: to compare ways of forecasting with each other. */
export function commonLogScore(expected: Float64Array, outcomes: Float64Array, known: Float64Array): number {
  const sample = { expected: [...expected], outcomes: [...outcomes], known: [...known] };
  return Math.max(...[0, 0.1, 0.3, 0.8, 2, 5].map((spread) => likelihood(sample, spread))) / outcomes.length;
}

interface Sample {
  readonly expected: number[];
  readonly outcomes: number[];
  readonly known: number[];
}

function bandOf(expected: number): number {
  let band = 0;
  while (band < BAND_EDGES.length && expected >= (BAND_EDGES[band] as number)) band += 1;
  return band;
}

function spreadWhereEnough(sample: Sample, otherwise: number): number {
  return sample.outcomes.length < LEAST_OUTCOMES ? otherwise : spreadOf(sample);
}

/** The best of a grid, then thirds of the interval around it. */
function spreadOf(sample: Sample): number {
  if (sample.outcomes.length === 0) return 0;
  const scores = GRID.map((spread) => likelihood(sample, spread));
  const best = scores.indexOf(Math.max(...scores));
  let low = GRID[Math.max(0, best - 1)] as number;
  let high = GRID[Math.min(GRID.length - 1, best + 1)] as number;
  for (let step = 0; step < 8; step += 1) {
    const third = (high - low) / 3;
    if (likelihood(sample, low + third) < likelihood(sample, high - third)) low += third;
    else high -= third;
  }
  return (low + high) / 2;
}

function likelihood({ expected, outcomes, known }: Sample, spread: number): number {
  let sum = 0;
  for (let index = 0; index < outcomes.length; index += 1) {
    const total = (known[index] as number) + spread;
    const size = total <= 0 ? Infinity : 1 / total;
    sum += Math.max(LEAST_LOG, logProbability(outcomes[index] as number, expected[index] as number, size));
  }
  return sum;
}

/** What is held to be impossible weighs as one chance in e⁴⁰: one surprise must not decide for everyone. */
const LEAST_LOG = -40;
