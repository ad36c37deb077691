import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useScrollPane } from './scroll-pane.tsx';
import { rangeWith } from './virtual-range.ts';

const ESTIMATED_ROW_PX = 57;
/** Rows drawn on either side of those that are seen. */
const OVERSCAN = 3;

interface VirtualRows {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** The row that Tab leads to: it is in the page wherever one has scrolled. */
  readonly tabStop: number;
  /** About how high a row is, in pixels. */
  readonly rowPx?: number | undefined;
}

/** The rows to draw of a long list that scrolls with its page: what stands above the list shifts them all. */
export function useVirtualRows({ count, keyOf, tabStop, rowPx = ESTIMATED_ROW_PX }: VirtualRows) {
  const pane = useScrollPane();
  const body = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);

  useLayoutEffect(() => {
    const measure = (): void => {
      if (body.current === null || pane === null) return;
      const paneBox = pane.getBoundingClientRect();
      // The text size zooms the page: boxes are measured zoomed, scrolling is not.
      const zoom = paneBox.width / Math.max(1, pane.offsetWidth);
      const above = (body.current.getBoundingClientRect().top - paneBox.top) / zoom;
      setScrollMargin(Math.round(above + pane.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (pane !== null) observer.observe(pane);
    for (const child of pane?.children ?? []) observer.observe(child);
    return () => observer.disconnect();
  }, [pane]);

  const rangeExtractor = useCallback(
    (range: Range) => rangeWith(defaultRangeExtractor(range), tabStop, count),
    [tabStop, count],
  );
  // It answers with functions that must not be memoised, and nothing here memoises them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => pane,
    estimateSize: () => rowPx,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    rangeExtractor,
    scrollMargin,
    scrollPaddingStart: 44,
  });
  /** Brings into view a row that is in the page; far from what is seen, its place is settled as its neighbours are drawn. */
  const reveal = (index: number, row: HTMLElement): void => {
    const { range } = virtualizer;
    const isNear = range !== null && index >= range.startIndex - OVERSCAN && index <= range.endIndex + OVERSCAN;
    if (!isNear) {
      virtualizer.scrollToIndex(index, { align: 'auto' });
      return;
    }
    // A list wider than its page stays where it is sideways.
    const left = pane?.scrollLeft ?? 0;
    row.scrollIntoView({ block: 'nearest' });
    pane?.scrollTo({ left });
  };
  return { body, virtualizer, scrollMargin, reveal };
}
