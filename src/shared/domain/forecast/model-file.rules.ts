import type { ForecastModel } from './forecast.rules.ts';
import type { CountTable } from './forecast.ts';
import type { Evaluation, ModelFile } from './forecast.schema.ts';
import { monthText } from './month.rules.ts';

/** What a model keeps: maps become records, and nothing of any one employer enters. */
export function toModelFile(model: ForecastModel, table: CountTable, evaluation: Evaluation): ModelFile {
  const { choices, shapes, cells, noise } = model;
  return {
    format: 'vis-a-vis forecast of hires',
    version: 1,
    trained: {
      firstMonth: monthText(table.firstMonth),
      lastMonth: monthText(table.firstMonth + table.months - 1),
      employers: table.employers.length,
    },
    choices,
    shapes: { all: shapes.all, sectors: Object.fromEntries(shapes.sectors) },
    cells: {
      mean: cells.mean,
      sizes: Object.fromEntries(cells.sizes),
      sectors: Object.fromEntries(cells.sectors),
      departements: Object.fromEntries(cells.departements),
      corrections: Object.fromEntries(cells.corrections),
      shapes: Object.fromEntries(cells.shapes),
    },
    noise,
    evaluation,
  };
}

export function fromModelFile({ choices, shapes, cells, noise }: ModelFile): ForecastModel {
  return {
    choices,
    shapes: { all: shapes.all, sectors: mapOf(shapes.sectors) },
    cells: {
      mean: cells.mean,
      sizes: mapOf(cells.sizes),
      sectors: mapOf(cells.sectors),
      departements: mapOf(cells.departements),
      corrections: mapOf(cells.corrections),
      shapes: mapOf(cells.shapes),
    },
    noise,
  };
}

function mapOf<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record));
}
