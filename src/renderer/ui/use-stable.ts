import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that never changes and does what the last one given does: what it is given to is not drawn again for it. */
export function useStable<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const last = useRef(act);
  useLayoutEffect(() => {
    last.current = act;
  });
  return useCallback((...args: A) => last.current(...args), []);
}
