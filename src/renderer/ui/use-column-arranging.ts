import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../platform/live-region.tsx';
import { type ColumnLayout, shownColumns, WIDTH_STEP_PX, withMoved, withWidth } from './column-layout.ts';
import type { HeadArranging } from './head-cell.tsx';

interface ColumnArranging {
  readonly frame: RefObject<HTMLElement | null>;
  /** All the columns, shown or not, in their usual order. */
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  /** From the heads into the rows. */
  readonly onDown: () => void;
}

/** Besides the words of the widest cell. */
const FIT_MARGIN_PX = 2;

/**
 * Columns made wider, narrower, moved, with the pointer on the edge of a head or with keys on the head. While an edge is
 * pulled only the tracks of the grid change; the layout is told when it is let go.
 */
export function useColumnArranging({ frame, columns, layout, onLayout, onDown }: ColumnArranging): {
  readonly arranging: HeadArranging;
  /** The head that Tab leads to. */
  readonly head: string;
  /** While an edge is pulled: the width it would have. */
  readonly pulled: { readonly id: string; readonly width: number } | null;
} {
  const { t } = useTranslation();
  const [pulled, setPulled] = useState<{ readonly id: string; readonly width: number } | null>(null);
  const [stop, setStop] = useState<string | null>(null);
  const ids = columns.map(({ id }) => id);
  const shown = shownColumns(ids, layout);
  const head = stop !== null && shown.includes(stop) ? stop : (shown[0] ?? '');
  const nameOf = (id: string): string => columns.find((column) => column.id === id)?.header ?? '';
  const headOf = (id: string): HTMLElement | null =>
    frame.current?.querySelector<HTMLElement>(`[data-head="${id}"]`) ?? null;
  const cellOf = (id: string): HTMLElement | null =>
    frame.current?.querySelector<HTMLElement>(`.table-head-cell[data-column="${id}"]`) ?? null;
  const start = useRef<{ readonly x: number; readonly width: number; readonly zoom: number } | null>(null);

  const walkTo = (id: string | undefined): void => {
    if (id === undefined) return;
    setStop(id);
    headOf(id)?.focus();
  };
  const widen = (id: string, step: number): void => {
    const next = withWidth(layout, id, (layout.widths[id] ?? cellOf(id)?.offsetWidth ?? 0) + step);
    onLayout(next);
    announce(t('ui.columnWidth', { column: nameOf(id), px: next.widths[id] ?? 0 }));
  };
  const move = (id: string, step: -1 | 1): void => {
    const next = withMoved(layout, { ids, among: shown, id, step });
    if (next === layout) return;
    onLayout(next);
    const now = shownColumns(ids, next);
    announce(t('ui.columnPlace', { column: nameOf(id), place: now.indexOf(id) + 1, total: now.length }));
    // Moved in the page, it would lose the focus.
    requestAnimationFrame(() => headOf(id)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string): void => {
    if (event.altKey || event.metaKey) return;
    const place = shown.indexOf(id);
    const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (way !== 0 && event.shiftKey) widen(id, way * WIDTH_STEP_PX);
    else if (way !== 0 && event.ctrlKey) move(id, way);
    else if (way !== 0) walkTo(shown[place + way]);
    else if (event.key === 'Home') walkTo(shown[0]);
    else if (event.key === 'End') walkTo(shown.at(-1));
    else if (event.key === 'ArrowDown') onDown();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onGrab = (event: PointerEvent<HTMLElement>, id: string): void => {
    const cell = cellOf(id);
    if (cell === null || event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    // The text size zooms the page: the pointer moves in zoomed pixels, widths are not.
    const zoom = cell.getBoundingClientRect().width / Math.max(1, cell.offsetWidth);
    start.current = { x: event.clientX, width: cell.offsetWidth, zoom };
    edge.setPointerCapture(event.pointerId);
    const widthAt = (x: number): number => {
      const { x: from, width, zoom: scale } = start.current ?? { x, width: 0, zoom: 1 };
      return withWidth(layout, id, width + (x - from) / scale).widths[id] ?? width;
    };
    const whilePulled = new AbortController();
    const { signal } = whilePulled;
    const onMove = (moved: globalThis.PointerEvent): void => setPulled({ id, width: widthAt(moved.clientX) });
    const onEnd = (ended: globalThis.PointerEvent): void => {
      whilePulled.abort();
      setPulled(null);
      const isPulled = ended.type === 'pointerup' && Math.abs(ended.clientX - (start.current?.x ?? 0)) > 1;
      if (isPulled) onLayout(withWidth(layout, id, widthAt(ended.clientX)));
      start.current = null;
    };
    edge.addEventListener('pointermove', onMove, { signal });
    edge.addEventListener('pointerup', onEnd, { signal });
    edge.addEventListener('pointercancel', onEnd, { signal });
  };
  const onFit = (id: string): void => {
    const cells = [...(frame.current?.querySelectorAll<HTMLElement>(`[data-column="${id}"]`) ?? [])];
    const widest = Math.max(0, ...cells.map(contentWidth));
    if (widest > 0) onLayout(withWidth(layout, id, widest + FIT_MARGIN_PX));
  };
  return { arranging: { onKeyDown, onGrab, onFit }, head, pulled };
}

/** How wide a cell would be on one line. */
function contentWidth(cell: HTMLElement): number {
  const { width, justifySelf, whiteSpace } = cell.style;
  Object.assign(cell.style, { width: 'max-content', justifySelf: 'start', whiteSpace: 'nowrap' });
  const px = cell.offsetWidth;
  Object.assign(cell.style, { width, justifySelf, whiteSpace });
  return px;
}
