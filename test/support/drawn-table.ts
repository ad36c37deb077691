import { drawSeries, type SeriesSpec } from '../../src/main/forecast/draw-series.ts';
import type { CountedEmployer, CountTable } from '../../src/shared/domain/forecast/forecast.ts';

export const LAST_MONTH = 2025 * 12 + 11;

/** A table of employers with their hires, in the order given. */
export function tableOf(
  rows: readonly { readonly employer: CountedEmployer; readonly hires: readonly number[] }[],
  lastMonth = LAST_MONTH,
): CountTable {
  const months = rows[0]?.hires.length ?? 0;
  const hires = new Int32Array(rows.length * months);
  rows.forEach((row, index) => hires.set(row.hires, index * months));
  return { employers: rows.map(({ employer }) => employer), firstMonth: lastMonth - months + 1, months, hires };
}

/** Generated counts, by SIRET. */
export function drawnTable(spec: Partial<SeriesSpec> = {}): CountTable {
  const whole = { employers: 600, months: 48, lastMonth: LAST_MONTH, seed: 1, ...spec };
  const rows = [...drawSeries(whole)].sort((a, b) => (a.employer.siret < b.employer.siret ? -1 : 1));
  return tableOf(rows, whole.lastMonth);
}
