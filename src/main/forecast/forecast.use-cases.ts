import { dirname } from 'node:path';
import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { evaluationSteps, LEAST_MONTHS_TO_EVALUATE } from '../../shared/domain/forecast/evaluation.rules.ts';
import { fitSteps, forecastFrom, LEAST_MONTHS } from '../../shared/domain/forecast/forecast.rules.ts';
import { HORIZON_MONTHS, type CountTable } from '../../shared/domain/forecast/forecast.ts';
import type { Evaluation, GuardFailure } from '../../shared/domain/forecast/forecast.schema.ts';
import { guardFailures } from '../../shared/domain/forecast/guards.rules.ts';
import { fromModelFile, toModelFile } from '../../shared/domain/forecast/model-file.rules.ts';
import { monthText } from '../../shared/domain/forecast/month.rules.ts';
import { interval } from '../../shared/domain/forecast/negative-binomial.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { modelCard } from './model-card.ts';
import { modelRefused, readModel } from './model-file.ts';
import { HIRES_FILE, readCounts } from './read-counts.ts';

export { writeSeries } from './write-series.ts';
export { MOST_EMPLOYERS } from './draw-series.ts';

export interface ForecastOptions {
  readonly signal: AbortSignal;
  /** What is being done, and the part of it that is done, 0 to 1. */
  readonly onProgress: (step: string, part: number) => void;
}

export interface JudgedModel {
  readonly evaluation: Evaluation;
  /** Why a model of these counts would be refused; empty when it would not. */
  readonly failures: readonly GuardFailure[];
}

/** Scores the forecast of a folder of counts on its last six months. @throws AppError INVALID_INPUT, CANCELLED */
export async function evaluateModel(folder: string, options: ForecastOptions): Promise<JudgedModel> {
  return judge(await readEnough(folder, LEAST_MONTHS_TO_EVALUATE, options), options);
}

/**
 * Trains on all months of a folder of counts, once the same training without the last six has passed its guards; writes
 * the model, and its card beside it.
 *
 * @throws AppError MODEL_REFUSED: nothing is written; INVALID_INPUT, CANCELLED, DISK_FULL
 */
export async function trainModel(
  folder: string,
  out: string,
  { now, ...options }: ForecastOptions & { readonly now: number },
): Promise<Evaluation> {
  const table = await readEnough(folder, LEAST_MONTHS_TO_EVALUATE, options);
  const { evaluation, failures } = await judge(table, options);
  if (failures.length > 0) throw modelRefused(failures);
  const model = await run(fitSteps(table, table.months), 'training on all months', options);
  const file = toModelFile(model, table, evaluation);
  mkdirSync(dirname(out), { recursive: true });
  writeFileAtomic(out, `${JSON.stringify(file)}\n`);
  writeFileAtomic(cardPath(out), modelCard(file, now));
  return evaluation;
}

/** Where the card of a model is: beside it. */
export function cardPath(model: string): string {
  return `${model.replace(/\.json$/, '')}.card.md`;
}

/**
 * Forecasts the six months after a folder of counts, with a model that passes its guards.
 *
 * `embauches_12_mois` is twice the forecast, rounded: the column that an establishments file may carry, of which lists
 * take half.
 *
 * @throws AppError MODEL_REFUSED, INVALID_INPUT, CANCELLED, DISK_FULL
 */
export async function writeForecast(
  folder: string,
  { model, out }: { readonly model: string; readonly out: string },
  options: ForecastOptions,
): Promise<{ readonly employers: number; readonly from: string; readonly to: string; readonly expected: number }> {
  const learned = fromModelFile(readModel(model));
  const table = await readEnough(folder, LEAST_MONTHS, options);
  const { expected, size } = forecastFrom(table, table.months, learned);
  const from = monthText(table.firstMonth + table.months);
  const to = monthText(table.firstMonth + table.months + HORIZON_MONTHS - 1);
  const lines = table.employers.map(({ siret }, index) => {
    const mean = expected[index] as number;
    const { low, high } = interval(0.9, mean, size[index] as number);
    return [siret, from, to, mean.toFixed(3), low, high, Math.round(2 * mean)].join(';');
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileAtomic(out, `${['siret;from;to;expected;low;high;embauches_12_mois', ...lines].join('\n')}\n`);
  return { employers: lines.length, from, to, expected: expected.reduce((sum, mean) => sum + mean, 0) };
}

async function readEnough(folder: string, least: number, { signal, onProgress }: ForecastOptions): Promise<CountTable> {
  const table = await readCounts(folder, { signal, onProgress: (file, part) => onProgress(`reading ${file}`, part) });
  if (table.months >= least) return table;
  throw new AppError('INVALID_INPUT', `${HIRES_FILE}: ${table.months} months, at least ${least} are needed.`, {
    file: HIRES_FILE,
  });
}

async function judge(table: CountTable, options: ForecastOptions): Promise<JudgedModel> {
  const evaluation = await run(evaluationSteps(table), 'training without the last six months', options);
  return { evaluation, failures: guardFailures(evaluation) };
}

/** Runs steps with a pause after each: a signal is heard, and progress is shown. */
async function run<T>(steps: Generator<number, T>, name: string, { signal, onProgress }: ForecastOptions): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress(name, step.value);
    await setImmediate();
    if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.');
  }
}
