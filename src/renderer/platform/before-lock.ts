/** What is still being typed is kept before the case files close. */
import { useEffect } from 'react';

type Keep = () => Promise<unknown>;

const keepers = new Set<Keep>();

/** Registers what keeps the text of a screen, for as long as it is shown. */
export function useBeforeLock(keep: Keep): void {
  useEffect(() => {
    keepers.add(keep);
    return () => {
      keepers.delete(keep);
    };
  }, [keep]);
}

/** Keeps everything; a keeper that fails does not prevent the others, nor the locking. */
export async function keepBeforeLock(): Promise<void> {
  // A field commits when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
