import { createColumnHelper, type RowData, tableFeatures, useTable } from '@tanstack/react-table';
import { type Ref, type ReactNode, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import './data-table.css';
import { useVirtualRows } from './use-virtual-rows.ts';
import { TableRow } from './table-row.tsx';

export interface DataColumn<T> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track. */
  readonly track: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: T) => ReactNode;
}

export interface DataTableHandle {
  /** Puts the focus on the active row, or the first. */
  focusRow(): void;
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
  readonly expandedKey: string | null;
  readonly onToggle: (key: string) => void;
  readonly renderDetail: (row: T) => ReactNode;
  readonly onNearEnd?: () => void;
  readonly foot?: ReactNode;
  readonly ref?: Ref<DataTableHandle>;
}

interface ColumnMeta {
  readonly track: string;
  readonly align: 'start' | 'end';
}

const features = tableFeatures({ columnMeta: {} as ColumnMeta });
const PAGE_OF_ROWS = 10;
const NEAR_END_ROWS = 15;

/**
 * A list of any length: only what is seen is in the page. It is an ARIA tree grid, the pattern whose rows may expand;
 * one row at a time takes the focus.
 */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, total, activeKey, expandedKey, onNearEnd, foot, ref } = props;
  const { onActivate, onToggle, renderDetail } = props;
  const defs = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        meta: { track: column.track, align: column.align ?? 'start' },
        cell: ({ row }) => column.cell(row.original),
      }),
    );
  }, [columns]);
  const table = useTable({ features, columns: defs, data: rows, getRowId: rowKey });
  const model = table.getRowModel().rows;
  const { body, virtualizer, scrollMargin } = useVirtualRows(
    model.length,
    (index) => model[index]?.id ?? String(index),
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
    // A row that is drawn comes into view with its focus; one further must be drawn first.
    if (items.length > 0 && rowAt(target.index) === null) virtualizer.scrollToIndex(target.index, { align: 'auto' });
    if (target.id === activeKey) focusWanted();
    else onActivate(target.id);
  };
  const focusWanted = (): void => {
    const row = rowAt(tabStop);
    if (wanted.current !== model[tabStop]?.id || row === null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  useEffect(focusWanted);
  useImperativeHandle(ref, () => ({ focusRow: () => moveTo(tabStop) }));

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
        role="treegrid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
      >
        <div className="table-head" role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <div key={group.id} className="table-head-row" role="row" aria-rowindex={1}>
              {group.headers.map((header) => (
                <div
                  key={header.id}
                  className="table-head-cell"
                  role="columnheader"
                  data-align={header.column.columnDef.meta?.align}
                >
                  <table.FlexRender header={header} />
                </div>
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
                  isExpanded={row.id === expandedKey}
                  isTabStop={item.index === tabStop}
                  columnCount={columns.length}
                  onKey={(key) => onRowKey(key, item.index)}
                  onActivate={() => onActivate(row.id)}
                  onToggle={() => onToggle(row.id)}
                  detail={row.id === expandedKey ? renderDetail(row.original) : null}
                >
                  {row.getAllCells().map((cell) => (
                    <div
                      key={cell.id}
                      className="table-cell"
                      role="gridcell"
                      data-column={cell.column.id}
                      data-align={cell.column.columnDef.meta?.align}
                    >
                      <table.FlexRender cell={cell} />
                    </div>
                  ))}
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
