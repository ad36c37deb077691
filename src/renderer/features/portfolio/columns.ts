/** The columns of the portfolio as one arranges them, read back from what was remembered. */
import type { PortfolioColumn, PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { COLUMN_WIDTH, PORTFOLIO_COLUMNS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { USUAL_COLUMNS } from '../../../shared/domain/case-file/usual-view.ts';
import type { ColumnLayout } from '../../ui/column-layout.ts';

function isColumn(id: unknown): id is PortfolioColumn {
  return (PORTFOLIO_COLUMNS as readonly unknown[]).includes(id);
}

/** A layout of the table as it is remembered: columns that exist, widths within bounds. */
export function toColumns({ order, hidden, widths }: ColumnLayout): PortfolioColumns {
  const { narrowest, widest } = COLUMN_WIDTH;
  return {
    order: [...new Set(order)].filter(isColumn),
    hidden: [...new Set(hidden)].filter(isColumn),
    widths: Object.fromEntries(
      Object.entries(widths).filter(([id, px]) => isColumn(id) && px >= narrowest && px <= widest),
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
