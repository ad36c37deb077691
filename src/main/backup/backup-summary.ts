import { listBackups } from './backup-folder.ts';
import { readKeptState, type KeptState } from './backup-state.ts';

/** How many copies a space has, and what is remembered of it: for who helps from elsewhere. */
export function backupSummary(folder: string): {
  readonly count: number;
  readonly bytes: number;
  readonly lastAt: number | null;
  readonly integrity: KeptState['integrity'];
} {
  const copies = listBackups(folder);
  return {
    count: copies.length,
    bytes: copies.reduce((sum, { bytes }) => sum + bytes, 0),
    lastAt: copies[0]?.takenAt ?? null,
    integrity: readKeptState(folder).integrity,
  };
}
