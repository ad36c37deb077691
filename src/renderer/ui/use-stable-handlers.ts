import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RowHandlers } from './table-row.tsx';

/** Handlers that never change and do what the last ones given do. */
export function useStableHandlers(handlers: RowHandlers): RowHandlers {
  const last = useRef(handlers);
  useLayoutEffect(() => {
    last.current = handlers;
  });
  return useMemo(
    () => ({
      onKey: (key, index, cell) => last.current.onKey(key, index, cell),
      onActivate: (rowKey) => last.current.onActivate(rowKey),
      onEnter: (rowKey) => last.current.onEnter(rowKey),
      onPoint: (rowKey) => last.current.onPoint(rowKey),
    }),
    [],
  );
}
