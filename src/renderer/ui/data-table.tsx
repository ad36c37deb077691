import { createColumnHelper, type RowData, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import {
  type Ref,
  type ReactNode,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { DataColumn } from './data-column.ts';
import type { DataSorting } from './data-sorting.ts';
import './data-table.css';
import { HeadCell } from './head-cell.tsx';
import { type RowHandlers, TableRow } from './table-row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

export type { DataColumn } from './data-column.ts';

export interface DataTableHandle {
  /** Puts the focus on a row, by default the active one, or the first. */
  focusRow(key?: string): void;
}

interface DataTableProps<T extends RowData> {
  readonly label: string;
  readonly columns: readonly DataColumn<T>[];
  /** In the order they are shown, which `sorting` names. */
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
  /** Null: by no column. */
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

/** TanStack Table holds the columns, their heads and which one sorts; rows come in order, and only those seen are made. */
const features = tableFeatures({ rowSortingFeature, columnMeta: {} as ColumnMeta });
const NO_ROWS: never[] = [];
const PAGE_OF_ROWS = 10;
const NEAR_END_ROWS = 20;

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
      helper.accessor((row): unknown => row, {
        id: column.id,
        header: column.header,
        meta: { track: column.track, align: column.align ?? 'start' },
        enableSorting: column.isSortable === true,
      }),
    );
  }, [columns]);
  const sortingState = useMemo(
    () => (sorting === null ? [] : [{ id: sorting.id, desc: sorting.isDescending }]),
    [sorting],
  );
  const table = useTable<typeof features, T>({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    state: { sorting: sortingState },
  });
  const keyAt = useCallback(
    (index: number): string => {
      const row = rows[index];
      return row === undefined ? String(index) : rowKey(row);
    },
    [rows, rowKey],
  );
  const activeIndex = activeKey === null ? -1 : rows.findIndex((row) => rowKey(row) === activeKey);
  const tabStop = activeIndex === -1 ? 0 : activeIndex;
  const { body, virtualizer, scrollMargin, reveal } = useVirtualRows({
    count: rows.length,
    keyOf: keyAt,
    tabStop,
    rowPx: props.rowPx,
  });
  const items = virtualizer.getVirtualItems();
  /** The row that takes the focus as soon as it is the active one and in the page. */
  const wanted = useRef<string | null>(null);

  const rowAt = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;
  const moveTo = (index: number): void => {
    if (rows.length === 0) return;
    const target = keyAt(Math.max(0, Math.min(rows.length - 1, index)));
    wanted.current = target;
    if (target === activeKey) focusWanted();
    else onActivate(target);
  };
  const focusWanted = (): void => {
    if (wanted.current === null || wanted.current !== keyAt(tabStop)) return;
    const row = rowAt(tabStop);
    // Nothing is drawn yet: it is the next time.
    if (row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    reveal(tabStop, row);
  };
  useEffect(focusWanted);
  useImperativeHandle(ref, () => ({
    focusRow: (key) => moveTo(key === undefined ? tabStop : rows.findIndex((row) => rowKey(row) === key)),
  }));

  const lastSeen = virtualizer.range?.endIndex ?? -1;
  const isNearEnd = rows.length > 0 && rows.length < total && lastSeen >= rows.length - NEAR_END_ROWS;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, rows.length, onNearEnd]);

  const onRowKey = (key: string, index: number): boolean => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE_OF_ROWS,
      PageUp: index - PAGE_OF_ROWS,
      Home: 0,
      End: rows.length - 1,
    };
    const next = steps[key];
    if (next === undefined) return false;
    moveTo(next);
    return true;
  };

  const handlers = useStableHandlers({ onKey: onRowKey, onActivate, onEnter: (key) => (onOpen ?? onToggle)?.(key) });

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
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = rowKey(row);
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
                  rowKey={key}
                  row={row}
                  columns={columns}
                  isActive={key === activeKey}
                  isExpanded={renderDetail === undefined ? null : key === expandedKey}
                  isTabStop={item.index === tabStop}
                  handlers={handlers}
                  detail={key === expandedKey ? renderDetail?.(row) : null}
                />
              </div>
            );
          })}
        </div>
      </div>
      {foot === undefined ? null : <div className="table-foot">{foot}</div>}
    </div>
  );
}

/** Handlers that never change and do what the last ones given do. */
function useStableHandlers(handlers: RowHandlers): RowHandlers {
  const last = useRef(handlers);
  useLayoutEffect(() => {
    last.current = handlers;
  });
  return useMemo(
    () => ({
      onKey: (key, index) => last.current.onKey(key, index),
      onActivate: (rowKey) => last.current.onActivate(rowKey),
      onEnter: (rowKey) => last.current.onEnter(rowKey),
    }),
    [],
  );
}
