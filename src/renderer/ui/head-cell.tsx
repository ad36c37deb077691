import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { DataSorting } from './data-sorting.ts';

/** What arranges a column from its head. */
export interface HeadArranging {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, id: string) => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>, id: string) => void;
  /** As wide as what it says. */
  readonly onFit: (id: string) => void;
}

interface HeadCellProps {
  readonly id: string;
  readonly align: 'start' | 'end';
  readonly sorting: DataSorting | null;
  /** Absent where the column does not sort. */
  readonly onSort?: (sorting: DataSorting) => void;
  /** Absent where the columns stay as they are. */
  readonly arranging?: HeadArranging;
  readonly isTabStop?: boolean;
  readonly children: ReactNode;
}

const ARRANGING_KEYS = 'Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight';

/**
 * The head of a column; where it sorts, a button that sorts by it, then the other way. Where columns can be arranged, the
 * heads are one stop for Tab, walked with the arrows, and the edge of each may be pulled.
 */
export function HeadCell({ id, align, sorting, onSort, arranging, isTabStop = false, children }: HeadCellProps) {
  const isSorted = sorting?.id === id;
  const isDescending = isSorted && sorting.isDescending;
  const walked =
    arranging === undefined
      ? {}
      : {
          tabIndex: isTabStop ? 0 : -1,
          'data-head': id,
          'aria-keyshortcuts': ARRANGING_KEYS,
          onKeyDown: (event: KeyboardEvent<HTMLElement>) => arranging.onKeyDown(event, id),
        };
  const edge =
    arranging === undefined ? null : (
      <span
        className="head-edge"
        aria-hidden="true"
        onPointerDown={(event) => arranging.onGrab(event, id)}
        onDoubleClick={() => arranging.onFit(id)}
      />
    );
  if (onSort === undefined) {
    return (
      <div className="table-head-cell" role="columnheader" data-column={id} data-align={align} {...walked}>
        <span className="head-text">{children}</span>
        {edge}
      </div>
    );
  }
  const direction = isDescending ? 'descending' : 'ascending';
  return (
    <div
      className="table-head-cell"
      role="columnheader"
      data-column={id}
      data-align={align}
      aria-sort={isSorted ? direction : 'none'}
    >
      <button
        type="button"
        className="sort-button"
        data-sorted={isSorted}
        onClick={() => onSort({ id, isDescending: isSorted && !isDescending })}
        {...walked}
      >
        <span className="head-text">{children}</span>
        <svg className="sort-arrow" data-direction={direction} viewBox="0 0 8 8" aria-hidden="true">
          <path d="M1 5.5 4 2.5 7 5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </button>
      {edge}
    </div>
  );
}
