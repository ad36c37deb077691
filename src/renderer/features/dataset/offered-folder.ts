/** The folder last offered, dropped or chosen, until it is imported or put aside. In memory only. */
import { useSyncExternalStore } from 'react';
import type { FolderPreview } from '../../../shared/domain/dataset/dataset.schema.ts';

let offered: FolderPreview | null = null;
const listeners = new Set<() => void>();

export function offerFolder(preview: FolderPreview | null): void {
  offered = preview;
  for (const listener of listeners) listener();
}

export function useOfferedFolder(): FolderPreview | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
}
