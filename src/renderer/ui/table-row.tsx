import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useScrollPane } from './scroll-pane.tsx';

/** Two frames: the list has then measured what opened. */
const SETTLED_MS = 40;
/** The head of the table stays over the rows. */
const HEAD_PX = 48;

interface TableRowProps {
  readonly index: number;
  readonly isActive: boolean;
  /** Null for a row that does not expand. */
  readonly isExpanded: boolean | null;
  readonly isTabStop: boolean;
  readonly columnCount: number;
  /** Whether the key moved the focus. */
  readonly onKey: (key: string) => boolean;
  readonly onActivate: () => void;
  /** What Enter does: the row expands or folds, or leads somewhere. */
  readonly onEnter: () => void;
  readonly detail: ReactNode;
  readonly children: ReactNode;
}

/**
 * A row and, when expanded, the row of its detail right under it. A click does what Enter does where the row expands;
 * where it leads away, a click chooses it and a double click goes.
 */
export function TableRow(props: TableRowProps) {
  const { index, isActive, isExpanded, isTabStop, columnCount, onKey, onActivate, onEnter, detail } = props;
  const isTree = isExpanded !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const isToggle =
      isTree &&
      (event.key === ' ' || (event.key === 'ArrowRight' && !isExpanded) || (event.key === 'ArrowLeft' && isExpanded));
    if (event.key === 'Enter' || isToggle) onEnter();
    else if (!onKey(event.key)) return;
    event.preventDefault();
  };
  // The detail opens under its row: if it opens below the fold, it comes into view with its row.
  const row = useRef<HTMLDivElement>(null);
  const pane = useScrollPane();
  useEffect(() => {
    if (isExpanded !== true) return undefined;
    const timer = setTimeout(() => {
      const whole = row.current?.parentElement;
      const isTall = (whole?.offsetHeight ?? 0) > (pane?.clientHeight ?? 0) - HEAD_PX;
      whole?.scrollIntoView({ block: isTall ? 'start' : 'nearest' });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isExpanded, pane]);
  return (
    <>
      <div
        ref={row}
        className="table-row"
        role="row"
        aria-rowindex={index + 2}
        aria-level={isTree ? 1 : undefined}
        aria-expanded={isExpanded ?? undefined}
        aria-selected={isActive}
        data-row={index}
        data-active={isActive}
        tabIndex={isTabStop ? 0 : -1}
        onKeyDown={onKeyDown}
        onClick={isTree ? onEnter : onActivate}
        onDoubleClick={isTree ? undefined : onEnter}
        onFocus={(event) => {
          if (event.target === event.currentTarget && !isActive) onActivate();
        }}
      >
        {props.children}
      </div>
      {isExpanded === true ? (
        <div className="table-detail" role="row" aria-level={2}>
          <div role="gridcell" aria-colspan={columnCount}>
            {detail}
          </div>
        </div>
      ) : null}
    </>
  );
}
