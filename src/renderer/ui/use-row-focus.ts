import { type RefObject, useEffect, useRef } from 'react';

interface RowFocus {
  readonly body: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** Those that are shown, in their order. */
  readonly columns: readonly { readonly id: string }[];
  readonly tabStop: number;
  /** Rows that expand keep the side arrows for it. */
  readonly isTree: boolean;
  readonly keyAt: (index: number) => string;
  readonly activeKey: string | null;
  readonly onActivate: (key: string) => void;
  readonly reveal: (index: number, row: HTMLElement) => void;
}

interface Wanted {
  readonly key: string;
  /** Null: the row itself. */
  readonly cell: string | null;
}

const PAGE_OF_ROWS = 10;

/** Walks the rows, and the cells of a row with the side arrows; one of them has the focus, wherever one has scrolled. */
export function useRowFocus(props: RowFocus) {
  const { body, count, columns, tabStop, isTree, keyAt, activeKey, onActivate, reveal } = props;
  /** What takes the focus as soon as its row is the active one and in the page. */
  const wanted = useRef<Wanted | null>(null);
  const rowAt = (index: number): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(`[data-row="${index}"]`) ?? null;

  const focusWanted = (): void => {
    if (wanted.current === null || wanted.current.key !== keyAt(tabStop)) return;
    const row = rowAt(tabStop);
    // Nothing is drawn yet: it is the next time.
    if (row === null) return;
    const { cell } = wanted.current;
    wanted.current = null;
    (cellIn(row, cell) ?? row).focus({ preventScroll: true });
    reveal(tabStop, row);
  };
  useEffect(focusWanted);

  const moveTo = (index: number, cell: string | null = null): void => {
    if (count === 0) return;
    const key = keyAt(Math.max(0, Math.min(count - 1, index)));
    wanted.current = { key, cell };
    if (key === activeKey) focusWanted();
    else onActivate(key);
  };

  const moveAside = (index: number, cell: string | null, step: -1 | 1): boolean => {
    const row = rowAt(index);
    if (isTree || row === null) return false;
    const place = columns.findIndex(({ id }) => id === cell) + step;
    // Before the first cell is the row; past the last one, nothing.
    if (place >= columns.length || (cell === null && step === -1)) return true;
    const target = cellIn(row, columns[place]?.id ?? null) ?? row;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  };

  const onKey = (key: string, index: number, cell: string | null): boolean => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') return moveAside(index, cell, key === 'ArrowLeft' ? -1 : 1);
    if (cell !== null && (key === 'Home' || key === 'End')) {
      const id = (key === 'Home' ? columns[0] : columns.at(-1))?.id ?? null;
      moveTo(index, id);
      return true;
    }
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + PAGE_OF_ROWS,
      PageUp: index - PAGE_OF_ROWS,
      Home: 0,
      End: count - 1,
    };
    const next = steps[key];
    if (next === undefined) return false;
    moveTo(next, cell);
    return true;
  };

  const focusedIndex = (): number | null => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;
    if (row === null || body.current?.contains(row) !== true) return null;
    return Number(row.dataset['row']);
  };
  return { onKey, moveTo, focusedIndex };
}

function cellIn(row: HTMLElement, column: string | null): HTMLElement | null {
  return column === null ? null : row.querySelector<HTMLElement>(`:scope > [data-column="${column}"]`);
}
