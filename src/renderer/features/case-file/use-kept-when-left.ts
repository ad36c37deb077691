import { useEffect, useRef, useState } from 'react';
import { useBeforeLock } from '../../platform/before-lock.ts';

/**
 * Keeps what is being typed when its place goes without a word: another tab, the screen before, the lock, the window
 * that closes. `keep` has nothing to do where nothing is typed.
 */
export function useKeptWhenLeft(keep: () => Promise<void>): void {
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  const [keepLatest] = useState(() => () => latest.current());
  useBeforeLock(keepLatest);
  useEffect(() => {
    const onLeave = (): void => void keepLatest();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, [keepLatest]);
}
