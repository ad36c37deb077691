/** The columns of the portfolio as one arranges them, read back from what was remembered. */
import type { PortfolioColumn, PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { type ColumnLayout, NARROWEST_PX, WIDEST_PX } from '../../ui/column-layout.ts';

/** In the order they are shown in when nobody moved them. */
export const COLUMNS = [
  'person',
  'project',
  'place',
  'modality',
  'lastContact',
  'nextAppointment',
  'plan',
  'due',
  'tags',
  'since',
  'leads',
] as const satisfies readonly PortfolioColumn[];

export const USUAL_COLUMNS: PortfolioColumns = { order: [], hidden: ['modality', 'tags', 'since'], widths: {} };

function isColumn(id: unknown): id is PortfolioColumn {
  return (COLUMNS as readonly unknown[]).includes(id);
}

/** A layout of the table as it is remembered: columns that exist, widths within bounds. */
export function toColumns({ order, hidden, widths }: ColumnLayout): PortfolioColumns {
  return {
    order: [...new Set(order)].filter(isColumn),
    hidden: [...new Set(hidden)].filter(isColumn),
    widths: Object.fromEntries(
      Object.entries(widths).filter(([id, px]) => isColumn(id) && px >= NARROWEST_PX && px <= WIDEST_PX),
    ),
  };
}

export function isUsual(columns: PortfolioColumns): boolean {
  return isSameLook(columns, USUAL_COLUMNS);
}

/** Whether two values of the view are the same, whatever the order in which their keys are written. */
export function isSameLook(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
