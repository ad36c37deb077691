import type { Evaluation, GuardFailure, GuardName, MethodScores } from './forecast.schema.ts';

/** Of the intervals said to hold nine tenths of the outcomes, as many must. */
const LEAST_COVERAGE = 0.85;
const MOST_COVERAGE = 0.95;
/** With fewer, a time split says nothing either way. */
const LEAST_EMPLOYERS = 500;
/** A département is judged from so many expected hires on. */
const LEAST_EXPECTED = 100;
/** Hires over expected hires of a département, both ways; a gap that chance alone often makes is none. */
const MOST_RATIO = 1.5;
const LEAST_DEVIATIONS = 3;

/** What forbids a model, by what its time split says; empty when nothing does. */
export function guardFailures(evaluation: Evaluation): readonly GuardFailure[] {
  const { forecast, lastYear, departements, employers } = evaluation;
  const failures: GuardFailure[] = [];
  const refuse = (guard: GuardName, reason: string): void => void failures.push({ guard, reason });
  if (![forecast, lastYear].every(isFinite)) refuse('not-a-number', 'a figure of the evaluation is not a number');
  if (employers < LEAST_EMPLOYERS) refuse('too-few-employers', `${employers} employers, at least ${LEAST_EMPLOYERS}`);
  const coverage = forecast.coverage.find(({ level }) => level === 0.9)?.exact ?? NaN;
  if (!(coverage >= LEAST_COVERAGE && coverage <= MOST_COVERAGE)) {
    refuse(
      'coverage',
      `90 % intervals hold ${percent(coverage)}, not ${percent(LEAST_COVERAGE)} to ${percent(MOST_COVERAGE)}`,
    );
  }
  if (!(forecast.topDecileCapture >= lastYear.topDecileCapture)) {
    refuse(
      'capture-under-last-year',
      `top decile ${percent(forecast.topDecileCapture)}, last year's months ${percent(lastYear.topDecileCapture)}`,
    );
  }
  if (!(forecast.logScore >= lastYear.logScore)) {
    refuse(
      'log-score-under-last-year',
      `log score ${forecast.logScore.toFixed(3)}, last year's months ${lastYear.logScore.toFixed(3)}`,
    );
  }
  for (const { key, expected, ratio, deviations } of departements.rows) {
    if (expected < LEAST_EXPECTED || Math.abs(deviations) <= LEAST_DEVIATIONS) continue;
    if (ratio > MOST_RATIO || ratio < 1 / MOST_RATIO) {
      refuse('departement-calibration', `département ${key}: ${ratio.toFixed(2)} hires for one expected`);
    }
  }
  return failures;
}

function isFinite({ topDecileCapture, logScore, meanAbsoluteError, expected, coverage }: MethodScores): boolean {
  return [topDecileCapture, logScore, meanAbsoluteError, expected, ...coverage.map(({ exact }) => exact)].every(
    Number.isFinite,
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
