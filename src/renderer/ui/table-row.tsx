import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react';
import type { DataColumn } from './data-column.ts';
import { useScrollPane } from './scroll-pane.tsx';

/** Two frames: the list has then measured what opened. */
const SETTLED_MS = 40;
/** The head of the table stays over the rows. */
const HEAD_PX = 48;

/** The same for every row and at every time, so that a row is drawn again for what changes in it only. */
export interface RowHandlers {
  /** Whether the key moved the focus, which is on a row or on one of its cells. */
  readonly onKey: (key: string, index: number, cell: string | null) => boolean;
  readonly onActivate: (rowKey: string) => void;
  /** What Enter does: the row expands or folds, or leads somewhere. */
  readonly onEnter: (rowKey: string) => void;
  /** The pointer is over the row; null: over none. */
  readonly onPoint: (rowKey: string | null) => void;
}

interface TableRowProps<T> {
  readonly index: number;
  readonly rowKey: string;
  readonly row: T;
  readonly columns: readonly DataColumn<T>[];
  readonly isActive: boolean;
  /** By the pointer, elsewhere than in the table. */
  readonly isPointed: boolean;
  /** Null for a row that does not expand. */
  readonly isExpanded: boolean | null;
  readonly isTabStop: boolean;
  readonly handlers: RowHandlers;
  readonly detail: ReactNode;
}

function TableRowOf<T>(props: TableRowProps<T>) {
  const { index, rowKey, row, columns, isActive, isPointed, isExpanded, isTabStop, handlers, detail } = props;
  const isTree = isExpanded !== null;
  const onActivate = (): void => handlers.onActivate(rowKey);
  const onEnter = (): void => handlers.onEnter(rowKey);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const cell = cellOf(event.target, event.currentTarget);
    const isOnRow = event.target === event.currentTarget;
    if (event.altKey || event.metaKey || (!isOnRow && cell === null)) return;
    if (event.ctrlKey) {
      const isEnd = event.key === 'Home' || event.key === 'End';
      if (isEnd && handlers.onKey(event.key, index, null)) event.preventDefault();
      return;
    }
    const isToggle =
      isTree &&
      (event.key === ' ' || (event.key === 'ArrowRight' && !isExpanded) || (event.key === 'ArrowLeft' && isExpanded));
    if (event.key === 'Enter' || isToggle) onEnter();
    else if (!handlers.onKey(event.key, index, cell)) return;
    event.preventDefault();
  };
  // The detail opens under its row: if it opens below the fold, it comes into view with its row.
  const element = useRef<HTMLDivElement>(null);
  const pane = useScrollPane();
  useEffect(() => {
    if (isExpanded !== true) return undefined;
    const timer = setTimeout(() => {
      const whole = element.current?.parentElement;
      const isTall = (whole?.offsetHeight ?? 0) > (pane?.clientHeight ?? 0) - HEAD_PX;
      whole?.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isExpanded, pane]);
  return (
    <>
      <div
        ref={element}
        className="table-row"
        role="row"
        aria-rowindex={index + 2}
        aria-level={isTree ? 1 : undefined}
        aria-expanded={isExpanded ?? undefined}
        aria-selected={isActive}
        data-row={index}
        data-active={isActive}
        data-pointed={isPointed || undefined}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={onKeyDown}
        onPointerEnter={() => handlers.onPoint(rowKey)}
        onPointerLeave={() => handlers.onPoint(null)}
        onClick={isTree ? onEnter : onActivate}
        onDoubleClick={isTree ? undefined : onEnter}
        onFocus={(event) => {
          const isHere = event.target === event.currentTarget || cellOf(event.target, event.currentTarget) !== null;
          if (isHere && !isActive) onActivate();
        }}
      >
        <RowCells columns={columns} row={row} />
      </div>
      {isExpanded === true ? (
        <div className="table-detail" role="row" aria-level={2}>
          <div role="gridcell" aria-colspan={columns.length}>
            {detail}
          </div>
        </div>
      ) : null}
    </>
  );
}

/**
 * A row and, when expanded, the row of its detail right under it. A click does what Enter does where the row expands;
 * where it leads away, a click chooses it and a double click goes.
 */
export const TableRow = memo(TableRowOf) as typeof TableRowOf;

type RowCellsProps<T> = Pick<TableRowProps<T>, 'columns' | 'row'>;

function RowCellsOf<T>({ columns, row }: RowCellsProps<T>): ReactNode {
  return columns.map(({ id, header, align = 'start', cell }) => (
    <div
      key={id}
      className="table-cell"
      role="gridcell"
      tabIndex={-1}
      data-column={id}
      data-label={header}
      data-align={align}
    >
      {cell(row)}
    </div>
  ));
}

/** The column of a cell that is itself the target: what is inside a cell has its own keys. */
function cellOf(target: EventTarget, row: HTMLElement): string | null {
  if (!(target instanceof HTMLElement) || target.parentElement !== row) return null;
  return target.dataset['column'] ?? null;
}

/** Drawn again when the row or the columns change, not when the focus moves. */
const RowCells = memo(RowCellsOf) as typeof RowCellsOf;
