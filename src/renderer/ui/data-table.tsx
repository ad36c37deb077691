import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type Ref, type ReactNode, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { type ColumnLayout, columnOrder, NARROWEST_PX, USUAL_LAYOUT, WIDEST_PX } from './column-layout.ts';
import type { DataColumn } from './data-column.ts';
import type { DataSorting } from './data-sorting.ts';
import './data-table.css';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useColumnArranging } from './use-column-arranging.ts';
import { useRowFocus } from './use-row-focus.ts';
import { useStableHandlers } from './use-stable-handlers.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export type { DataColumn } from './data-column.ts';

export interface DataTableHandle {
  /** Puts the focus on a row, by default the active one, or the first. */
  focusRow(key?: string): void;
  /** The row that has the focus, itself or one of its cells; null while the focus is elsewhere. */
  focusedKey(): string | null;
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
  /** Given together where the columns can be shown, hidden, moved and made wider. */
  readonly layout?: ColumnLayout;
  readonly onLayout?: (layout: ColumnLayout) => void;
  /** A row that something else points to, and the row that the pointer is on. */
  readonly pointedKey?: string | null;
  readonly onPoint?: (key: string | null) => void;
  readonly onNearEnd?: () => void;
  readonly foot?: ReactNode;
  /** About how high a row is, in pixels, for the length of what is not drawn yet. */
  readonly rowPx?: number;
  readonly ref?: Ref<DataTableHandle>;
}

interface ColumnMeta {
  readonly align: 'start' | 'end';
}

/** TanStack Table holds the columns, how they are arranged and which one sorts; rows come in order, and only those seen are made. */
const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  columnSizingFeature,
  columnMeta: {} as ColumnMeta,
});
const NO_ROWS: never[] = [];
const NEAR_END_ROWS = 20;
/** On both sides of a row (`data-table.css`). */
const SIDES_PX = 32;

/**
 * A list of any length: only what is seen is in the page. It is an ARIA grid whose rows take the focus one at a time, and
 * their cells with the arrows; a tree grid, the pattern whose rows may expand, where they do.
 */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, total, activeKey, expandedKey = null, onNearEnd, foot, ref } = props;
  const { onActivate, onToggle, renderDetail, onOpen, sorting = null, onSort } = props;
  const { layout = USUAL_LAYOUT, onLayout, pointedKey = null, onPoint } = props;
  const shown = useShownColumns(columns, layout, sorting);
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
  const { onKey, moveTo, focusedIndex } = useRowFocus({
    body,
    count: rows.length,
    columns: shown,
    tabStop,
    isTree: renderDetail !== undefined,
    keyAt,
    activeKey,
    onActivate,
    reveal,
  });
  useImperativeHandle(ref, () => ({
    focusRow: (key) => moveTo(key === undefined ? tabStop : rows.findIndex((row) => rowKey(row) === key)),
    focusedKey: () => {
      const index = focusedIndex();
      return index === null ? null : keyAt(index);
    },
  }));

  const lastSeen = virtualizer.range?.endIndex ?? -1;
  const isNearEnd = rows.length > 0 && rows.length < total && lastSeen >= rows.length - NEAR_END_ROWS;
  useEffect(() => {
    if (isNearEnd) onNearEnd?.();
  }, [isNearEnd, rows.length, onNearEnd]);

  const handlers = useStableHandlers({
    onKey,
    onActivate,
    onEnter: (key) => (onOpen ?? onToggle)?.(key),
    onPoint: (key) => onPoint?.(key),
  });
  const frame = useRef<HTMLDivElement>(null);
  const { arranging, head, pulled } = useColumnArranging({
    frame,
    columns,
    layout,
    onLayout: (next) => onLayout?.(next),
    onDown: () => moveTo(tabStop),
  });
  const widths = pulled === null ? layout.widths : { ...layout.widths, [pulled.id]: pulled.width };
  return (
    <div className="table-room">
      <div ref={frame} className="table-frame" data-arranged={onLayout !== undefined} style={tracksOf(shown, widths)}>
        <div
          className="table-grid"
          role={renderDetail === undefined ? 'grid' : 'treegrid'}
          aria-label={label}
          aria-rowcount={total + 1}
          aria-colcount={shown.length}
        >
          <TableHead
            columns={shown}
            sorting={sorting}
            head={head}
            {...(onSort === undefined ? {} : { onSort })}
            {...(onLayout === undefined ? {} : { arranging })}
          />
          <div ref={body} className="table-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
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
                    columns={shown}
                    isActive={key === activeKey}
                    isPointed={key === pointedKey}
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
    </div>
  );
}

/** The columns that are shown, in their order. */
function useShownColumns<T extends RowData>(
  columns: readonly DataColumn<T>[],
  layout: ColumnLayout,
  sorting: DataSorting | null,
): readonly DataColumn<T>[] {
  const defs = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map((column) =>
      helper.accessor((row): unknown => row, {
        id: column.id,
        header: column.header,
        meta: { align: column.align ?? 'start' },
        enableSorting: column.isSortable === true,
        minSize: column.minPx ?? NARROWEST_PX,
        maxSize: WIDEST_PX,
      }),
    );
  }, [columns]);
  const state = useMemo(() => {
    const order = columnOrder(
      columns.map(({ id }) => id),
      layout,
    );
    return {
      sorting: sorting === null ? [] : [{ id: sorting.id, desc: sorting.isDescending }],
      columnOrder: [...order],
      columnVisibility: Object.fromEntries(
        order.map((id, place) => [id, place === 0 || !layout.hidden.includes(id)] as const),
      ),
      columnSizing: { ...layout.widths },
    };
  }, [columns, layout, sorting]);
  const table = useTable<typeof features, T>({ features, columns: defs, data: NO_ROWS, manualSorting: true, state });
  const ids = table
    .getVisibleLeafColumns()
    .map(({ id }) => id)
    .join(' ');
  // The same array while the columns are the same: rows are drawn again for another one.
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]));
    return ids.split(' ').flatMap((id) => byId.get(id) ?? []);
  }, [columns, ids]);
}

function tracksOf<T>(columns: readonly DataColumn<T>[], widths: Readonly<Record<string, number>>): React.CSSProperties {
  const tracks = columns.map(({ id, track }) => (widths[id] === undefined ? track : `${widths[id]}px`));
  const room = columns.reduce((sum, { id, minPx = 0 }) => sum + (widths[id] ?? minPx), 0);
  const least = `calc(${room + SIDES_PX}px + ${columns.length - 1} * var(--column-gap, 20px))`;
  return { '--columns': tracks.join(' '), '--least': least } as React.CSSProperties;
}
