import {
  createColumnHelper,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { memo, type Ref, type ReactNode, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { DataSorting } from './data-sorting.ts';
import './data-table.css';
import { HeadCell } from './head-cell.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
import { TableRow } from './table-row.tsx';

export interface DataColumn<T> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track. */
  readonly track: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: T) => ReactNode;
  /**
   * What the column sorts by; without it the column does not sort. What is undefined comes last either way; text is
   * compared by code unit, so it is folded first.
   */
  readonly sortBy?: (row: T) => string | number | undefined;
}

export interface DataTableHandle {
  /** Puts the focus on a row, by default the active one, or the first. */
  focusRow(key?: string): void;
}

interface DataTableProps<T extends RowData> {
  readonly label: string;
  readonly columns: readonly DataColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  /** How many rows there are in all, loaded or not. */
  readonly total: number;
  readonly activeKey: string | null;
  readonly onActivate: (key: string) => void;
  /** Rows that expand have all three of these; rows that lead somewhere have `onOpen`. */
  readonly expandedKey?: string | null;
  readonly onToggle?: (key: string) => void;
  readonly renderDetail?: (row: T) => ReactNode;
  /** Enter or a double click. */
  readonly onOpen?: (key: string) => void;
  /** Null: in the order of `rows`. */
  readonly sorting?: DataSorting | null;
  readonly onSort?: (sorting: DataSorting) => void;
  readonly onNearEnd?: () => void;
  readonly foot?: ReactNode;
  /** About how high a row is, in pixels, for the length of what is not drawn yet. */
  readonly rowPx?: number;
  readonly ref?: Ref<DataTableHandle>;
}

interface ColumnMeta {
  readonly track: string;
  readonly align: 'start' | 'end';
}

type SortValue = string | number | undefined;

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnMeta: {} as ColumnMeta,
});
const PAGE_OF_ROWS = 10;
const NEAR_END_ROWS = 15;

/** Undefined never comes here: it is put last before. */
function compareValues(a: SortValue, b: SortValue): number {
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A list of any length: only what is seen is in the page. It is an ARIA grid whose rows take the focus one at a time;
 * a tree grid, the pattern whose rows may expand, where they do.
 */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, total, activeKey, expandedKey = null, onNearEnd, foot, ref } = props;
  const { onActivate, onToggle, renderDetail, onOpen, sorting = null, onSort } = props;
  const defs = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map((column) =>
      helper.accessor((row): unknown => column.sortBy?.(row), {
        id: column.id,
        header: column.header,
        meta: { track: column.track, align: column.align ?? 'start' },
        enableSorting: column.sortBy !== undefined,
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareValues(a.getValue<SortValue>(id), b.getValue<SortValue>(id)),
      }),
    );
  }, [columns]);
  const sortingState = useMemo(
    () => (sorting === null ? [] : [{ id: sorting.id, desc: sorting.isDescending }]),
    [sorting],
  );
  const table = useTable({ features, columns: defs, data: rows, getRowId: rowKey, state: { sorting: sortingState } });
  const model = table.getRowModel().rows;
  const { body, virtualizer, scrollMargin } = useVirtualRows(
    model.length,
    useCallback((index: number) => model[index]?.id ?? String(index), [model]),
    props.rowPx,
  );
  const items = virtualizer.getVirtualItems();
  /** The row that takes the focus as soon as it is the active one and in the page. */
  const wanted = useRef<string | null>(null);

  const activeIndex = model.findIndex(({ id }) => id === activeKey);
  const tabStop = activeIndex === -1 ? 0 : activeIndex;
  const rowAt = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
  const moveTo = (index: number): void => {
    const target = model[Math.max(0, Math.min(model.length - 1, index))];
    if (target === undefined) return;
    wanted.current = target.id;
    if (target.id === activeKey) focusWanted();
    else onActivate(target.id);
  };
  const focusWanted = (): void => {
    if (wanted.current === null || wanted.current !== model[tabStop]?.id) return;
    const row = rowAt(tabStop);
    if (row === null) {
      // A row that is drawn comes into view with its focus; one further must be drawn first.
      if (items.length > 0) virtualizer.scrollToIndex(tabStop, { align: 'auto' });
      return;
    }
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  useEffect(focusWanted);
  useImperativeHandle(ref, () => ({
    focusRow: (key) => moveTo(key === undefined ? tabStop : model.findIndex(({ id }) => id === key)),
  }));

  const lastSeen = items.at(-1)?.index ?? -1;
  const isNearEnd = model.length > 0 && model.length < total && lastSeen >= model.length - NEAR_END_ROWS;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, model.length, onNearEnd]);

  const onRowKey = (key: string, index: number): boolean => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE_OF_ROWS,
      PageUp: index - PAGE_OF_ROWS,
      Home: 0,
      End: model.length - 1,
    };
    const next = steps[key];
    if (next === undefined) return false;
    moveTo(next);
    return true;
  };

  const tracks = columns.map(({ track }) => track).join(' ');
  return (
    <div className="table-frame" style={{ '--columns': tracks } as React.CSSProperties}>
      <div
        className="table-grid"
        role={renderDetail === undefined ? 'grid' : 'treegrid'}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
      >
        <div className="table-head" role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <div key={group.id} className="table-head-row" role="row" aria-rowindex={1}>
              {group.headers.map(({ id, column }) => (
                <HeadCell
                  key={id}
                  id={column.id}
                  align={column.columnDef.meta?.align ?? 'start'}
                  sorting={sorting}
                  {...(onSort === undefined || !column.getCanSort() ? {} : { onSort })}
                >
                  {columns.find((each) => each.id === column.id)?.header}
                </HeadCell>
              ))}
            </div>
          ))}
        </div>
        <div ref={body} className="table-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = model[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="table-item"
                role="presentation"
                style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
              >
                <TableRow
                  index={item.index}
                  isActive={row.id === activeKey}
                  isExpanded={renderDetail === undefined ? null : row.id === expandedKey}
                  isTabStop={item.index === tabStop}
                  columnCount={columns.length}
                  onKey={(key) => onRowKey(key, item.index)}
                  onActivate={() => onActivate(row.id)}
                  onEnter={() => (onOpen ?? onToggle)?.(row.id)}
                  detail={row.id === expandedKey ? renderDetail?.(row.original) : null}
                >
                  <RowCells columns={columns} row={row.original} />
                </TableRow>
              </div>
            );
          })}
        </div>
      </div>
      {foot === undefined ? null : <div className="table-foot">{foot}</div>}
    </div>
  );
}

interface RowCellsProps<T> {
  readonly columns: readonly DataColumn<T>[];
  readonly row: T;
}

function RowCellsOf<T>({ columns, row }: RowCellsProps<T>): ReactNode {
  return columns.map(({ id, align = 'start', cell }) => (
    <div key={id} className="table-cell" role="gridcell" data-column={id} data-align={align}>
      {cell(row)}
    </div>
  ));
}

/** Drawn again when the row or the columns change, not when the focus moves. */
const RowCells = memo(RowCellsOf) as typeof RowCellsOf;
