/** What is still being typed is kept before the case files close. */
import { useEffect } from 'react';
import { leaveField } from './leave-field.ts';

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
  leaveField();
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
