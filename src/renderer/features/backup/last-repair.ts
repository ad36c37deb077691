/** What a repair did, until it is read in the settings: the screen that asked is gone once the case files are open. */
import { useSyncExternalStore } from 'react';
import type { Repaired } from '../../../shared/domain/backup/backup.schema.ts';
import { onForget } from '../../platform/forgetting.ts';

let repaired: Repaired | null = null;
const listeners = new Set<() => void>();

export function tellRepair(next: Repaired | null): void {
  repaired = next;
  for (const listener of listeners) listener();
}

onForget(() => tellRepair(null));

export function useLastRepair(): Repaired | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => repaired,
  );
}
