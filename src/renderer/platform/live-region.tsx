import { useEffect, useSyncExternalStore } from 'react';
import { onForget } from './forgetting.ts';

let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Says something to a screen reader, once, without moving the focus. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

/** What was said last, and is still in the page. */
export function spokenText(): string {
  return spoken.text;
}

onForget(() => announce(''));

/** Long enough to be read out; whoever reads the page later does not find it as if it were new. */
const SAID_FOR_MS = 10_000;

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  );
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => announce(''), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [text, turn]);
  // A zero-width space every other turn: the same sentence twice is still read twice.
  return (
    <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
      {turn % 2 === 0 ? text : `${text}\u200b`}
    </div>
  );
}
