import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useScrollPane } from './scroll-pane.tsx';

const ESTIMATED_ROW_PX = 57;

/** The rows to draw of a long list that scrolls with its page: what stands above the list shifts them all. */
export function useVirtualRows(count: number, keyOf: (index: number) => string) {
  const pane = useScrollPane();
  const body = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);

  useLayoutEffect(() => {
    const measure = (): void => {
      if (body.current === null || pane.current === null) return;
      const above = body.current.getBoundingClientRect().top - pane.current.getBoundingClientRect().top;
      setScrollMargin(Math.round(above + pane.current.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (pane.current !== null) observer.observe(pane.current);
    for (const child of pane.current?.children ?? []) observer.observe(child);
    return () => observer.disconnect();
  }, [pane]);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => pane.current,
    estimateSize: () => ESTIMATED_ROW_PX,
    getItemKey: keyOf,
    overscan: 8,
    scrollMargin,
    scrollPaddingStart: 44,
  });
  return { body, virtualizer, scrollMargin };
}
