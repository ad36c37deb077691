import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useScrollPane } from './scroll-pane.tsx';

const ESTIMATED_ROW_PX = 57;

/** The rows to draw of a long list that scrolls with its page: what stands above the list shifts them all. */
export function useVirtualRows(count: number, keyOf: (index: number) => string, rowPx = ESTIMATED_ROW_PX) {
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

  // It answers with functions that must not be memoised, and nothing here memoises them.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => pane,
    estimateSize: () => rowPx,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin,
    scrollPaddingStart: 44,
  });
  return { body, virtualizer, scrollMargin };
}
