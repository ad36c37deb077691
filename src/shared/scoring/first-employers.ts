import { BestEmployers } from './best-employers.ts';
import { BlockQueue } from './block-queue.ts';
import type { SearchArea } from './circle-area.ts';
import { DistanceGauge } from './distance-gauge.ts';
import { Draw } from './draw.ts';
import { nafIndexOf, siretAt } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import { WEIGHTS, type Weights } from './employers.v1.ts';
import { GRAIN } from './employers.v2.ts';
import type { EngineColumns } from './engine-columns.ts';
import type { RankedEmployer } from './row-score.ts';
import { ScoreBounds } from './score-bounds.ts';
import { searchArea } from './search-area.ts';
import { endOf, rowOf, Survey, type EmployerCounts } from './survey.ts';

/** The beginning of a list, with the counts of the whole. */
export interface FirstEmployers extends EmployerCounts {
  /** How many employers the whole list holds. */
  readonly eligible: number;
  readonly employers: readonly RankedEmployer[];
}

/**
 * The first `wanted` employers of the plain order, and the counts of the list, the same to the last tie, without ranking the rest:
 * blocks are taken by the best score they may hold, and none is read once that is worse than the last one kept.
 */
export function firstEmployers(
  columns: EngineColumns,
  question: EmployerQuestion,
  wanted: number,
  weights: Weights = WEIGHTS,
): FirstEmployers {
  return firstBy(columns, question, { wanted, weights, draw: null });
}

/**
 * The first `wanted` of the varied order of a seed (`variedOrder`), likewise: in a block whose best score is known, few
 * rows are lucky enough to be looked at.
 */
export function firstDrawn(
  columns: EngineColumns,
  question: EmployerQuestion,
  { wanted, seed }: { readonly wanted: number; readonly seed: string },
  weights: Weights = WEIGHTS,
): FirstEmployers {
  return firstBy(columns, question, { wanted, weights, draw: new Draw(columns, seed, weights) });
}

interface Asked {
  readonly wanted: number;
  readonly weights: Weights;
  readonly draw: Draw | null;
}

function firstBy(columns: EngineColumns, question: EmployerQuestion, { wanted, weights, draw }: Asked): FirstEmployers {
  const gauge = new DistanceGauge(question.centre);
  const area = searchArea(columns, question, gauge);
  const survey = new Survey(columns, question, area);
  const bounds = new ScoreBounds(columns, weights, draw?.most ?? 0);
  const queue = new BlockQueue(columns, bounds, area, survey.bandsKept);
  const counts = survey.run(wanted > 0 ? (block, naf, sector) => queue.add(block, naf, sector) : null);
  const best = new BestEmployers(Math.min(wanted, counts.eligible));
  const reading: Reading = { columns, question, area, survey, bounds, gauge, best, draw };
  if (wanted > 0 && counts.eligible > 0) {
    addLastFirst(reading);
    queue.take(
      (score) => bounds.leastKeyOf(score) < best.worstKey,
      (block, naf, most) => readBlock(reading, block, naf, most),
    );
    columns.scratch.lastFirst = best.rows();
  }
  survey.end();
  return { ...counts, employers: best.map((row) => employerOf(reading, row)) };
}

interface Reading {
  readonly columns: EngineColumns;
  readonly question: EmployerQuestion;
  readonly area: SearchArea;
  readonly survey: Survey;
  readonly bounds: ScoreBounds;
  readonly gauge: DistanceGauge;
  readonly best: BestEmployers;
  readonly draw: Draw | null;
}

/**
 * As a radius is moved, most of those that were first a moment ago are again: with them as the best so far, little of
 * what follows is worth reading. Any other row would do; those that are not in this list are left.
 */
function addLastFirst(reading: Reading): void {
  const { columns, question, survey, best } = reading;
  const { segmentRow, manyUnit, manyShift, scratch } = columns;
  for (const row of scratch.lastFirst) {
    const metres = survey.metresToAny(row);
    if (metres < 0) continue;
    const naf = nafIndexOf(columns, row);
    const { affinity } = question.sectors[naf] as SectorPotential;
    const key = keyOf(reading, row, reading.bounds.withoutDistance(row, naf, affinity), metres);
    const isMany = row >= (segmentRow[naf * 2 + 1] as number);
    if (key < best.worstKey) best.add(key, row, isMany ? (manyUnit[row - (manyShift[naf] as number)] as number) : -1);
  }
}

/** @param points those of its potential and size */
function keyOf({ bounds, draw }: Reading, row: number, points: number, metres: number): number {
  const luck = draw === null ? 0 : draw.luckOf(row);
  return bounds.keyOf((points + bounds.ofDistance(row, metres)) * GRAIN + luck, row);
}

/** Rows that may be among the best are measured; those that are, and are in the list, are kept. */
function readBlock(reading: Reading, block: number, naf: number, mostScore: number): void {
  const { columns, question, area, survey, bounds, best, draw } = reading;
  const { scratch, segmentBlock, manyUnit, manyShift } = columns;
  const { rows } = scratch;
  const { affinity } = question.sectors[naf] as SectorPotential;
  const isMany = block >= (segmentBlock[naf * 2 + 1] as number);
  const segment = isMany ? naf * 2 + 1 : naf * 2;
  const shift = manyShift[naf] as number;
  const start = rowOf(columns, segment, block);
  const end = endOf(columns, segment, start);
  const mostOfDistance = bounds.mostOfDistance(area.leastMetresTo(block));
  let least = leastGrains(reading);
  const promising =
    draw === null
      ? bounds.select({ start, end, naf, affinity, least: least / GRAIN - mostOfDistance }, rows)
      : draw.select(start, end, least - mostScore * GRAIN, rows);
  for (let index = 0; index < promising; index += 1) {
    const row = rows[index] as number;
    const points = bounds.withoutDistance(row, naf, affinity);
    const most = (points + mostOfDistance) * GRAIN + (draw === null ? 0 : draw.luckBoundOf(row));
    if (most < least) continue;
    const metres = survey.metresTo(row);
    if (metres < 0) continue;
    const key = keyOf(reading, row, points, metres);
    if (key >= best.worstKey) continue;
    best.add(key, row, isMany ? (manyUnit[row - shift] as number) : -1);
    least = leastGrains(reading);
  }
}

/** Grains under which no row is among the best. */
function leastGrains({ bounds, best }: Reading): number {
  return best.worstKey === Infinity ? -Infinity : bounds.grainsOf(best.worstKey);
}

function employerOf({ columns, question, survey, bounds, gauge }: Reading, row: number): RankedEmployer {
  const naf = nafIndexOf(columns, row);
  const { affinity } = question.sectors[naf] as SectorPotential;
  const distanceM = gauge.metresTo(columns.latMicro[row] as number, columns.lonMicro[row] as number);
  const score = bounds.withoutDistance(row, naf, affinity) + bounds.ofDistance(row, distanceM);
  return { row, siret: siretAt(columns, row), distanceM, score, otherSites: survey.otherSitesOf(row) };
}
