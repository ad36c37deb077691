import { useSyncExternalStore } from 'react';
import { onForget } from '../../platform/forgetting.ts';

let isOpen = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}

/** Opens the search in one's notes, from wherever one is. */
export function openNoteSearch(): void {
  set(true);
}

export function closeNoteSearch(): void {
  set(false);
}

// Whoever comes next opens it themselves.
onForget(closeNoteSearch);

export function useIsNoteSearchOpen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOpen,
  );
}
