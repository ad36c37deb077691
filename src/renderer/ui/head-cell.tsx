import type { ReactNode } from 'react';
import type { DataSorting } from './data-sorting.ts';

interface HeadCellProps {
  readonly id: string;
  readonly align: 'start' | 'end';
  readonly sorting: DataSorting | null;
  /** Absent where the column does not sort. */
  readonly onSort?: (sorting: DataSorting) => void;
  readonly children: ReactNode;
}

/** The head of a column; where it sorts, a button that sorts by it, then the other way. */
export function HeadCell({ id, align, sorting, onSort, children }: HeadCellProps) {
  const isSorted = sorting?.id === id;
  const isDescending = isSorted && sorting.isDescending;
  if (onSort === undefined) {
    return (
      <div className="table-head-cell" role="columnheader" data-align={align}>
        {children}
      </div>
    );
  }
  const direction = isDescending ? 'descending' : 'ascending';
  return (
    <div className="table-head-cell" role="columnheader" data-align={align} aria-sort={isSorted ? direction : 'none'}>
      <button
        type="button"
        className="sort-button"
        data-sorted={isSorted}
        onClick={() => onSort({ id, isDescending: isSorted && !isDescending })}
      >
        <span>{children}</span>
        <svg className="sort-arrow" data-direction={direction} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 5.5 4 2.5 7 5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
    </div>
  );
}
