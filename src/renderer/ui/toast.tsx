import { useEffect, useSyncExternalStore } from 'react';
import { announce } from '../platform/live-region.tsx';
import './toast.css';

let shown: { readonly text: string } | null = null;
const listeners = new Set<() => void>();

function set(next: typeof shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** A word on something just done. It asks for nothing: what needs an answer is a dialog or a panel. */
export function showToast(text: string): void {
  set({ text });
  announce(text);
}

const SHOWN_FOR_MS = 5000;

export function Toast() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  useEffect(() => {
    if (current === null) return undefined;
    const timer = setTimeout(() => set(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className="toast" aria-hidden="true">
      {current === null ? null : <div className="toast-text">{current.text}</div>}
    </div>
  );
}
