import { useEffect, useSyncExternalStore } from 'react';
import { onForget } from '../platform/forgetting.ts';
import { announce } from '../platform/live-region.tsx';
import './toast.css';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Shown {
  readonly text: string;
  readonly actions: readonly ToastAction[];
}

let shown: Shown | null = null;
const listeners = new Set<() => void>();

function set(next: Shown | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

/**
 * A word on something just done. It asks for nothing: what needs an answer is a dialog or a panel. What it offers (to
 * undo) has a key of its own, for whoever cannot reach it in time. Where nobody has unlocked no toast is shown: what ends
 * after the lock says nothing, and nothing of it waits for whoever comes next.
 */
export function showToast(text: string, ...actions: readonly ToastAction[]): void {
  if (listeners.size === 0) return;
  set({ text, actions });
  announce(text);
}

/** Takes away what is shown. */
export function hideToast(): void {
  set(null);
}

onForget(hideToast);

const SHOWN_FOR_MS = 5000;
const SHOWN_WITH_ACTION_FOR_MS = 10_000;

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
    const timer = setTimeout(() => set(null), current.actions.length === 0 ? SHOWN_FOR_MS : SHOWN_WITH_ACTION_FOR_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className="toast">
      {current === null ? null : (
        <div className="toast-box">
          <span className="toast-text" aria-hidden="true">
            {current.text}
          </span>
          {current.actions.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              className="toast-action"
              onClick={() => {
                set(null);
                run();
              }}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
