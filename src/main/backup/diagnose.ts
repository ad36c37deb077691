import type { RepairOffer } from '../../shared/domain/backup/backup.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { newestWholeCopy, reachOf, readableLog, type ReadableLog, type WholeCopy } from './readable-log.ts';
import { readWitness, type Witness } from './witness.ts';

/** What can be done of a damaged space, and what it would cost. Reads the whole log, and copies until one is whole. */
export function diagnose(
  folder: string,
  key: Uint8Array,
  { isTailLost }: { readonly isTailLost: boolean },
): RepairOffer {
  const log = readableLog(folder, key);
  const copy = newestWholeCopy(folder, key);
  const witness = witnessOf(folder, log);
  const damage = damageOf(log, { isTailLost, witness });
  const reached = copy === null ? 0 : reachOf(copy, log);
  const repair = bestRepair(log, copy, reached);
  if (repair === 'none') return { repair, damage };
  const kept = repair === 'backup' ? reached : log.unbroken;
  const lostOperations = lostAfter(kept, log, { isTailLost, witness });
  const at = log.byNumber.get(kept)?.['at'] ?? (kept === copy?.last ? copy.lastAt : null);
  return {
    ...{ repair, damage, lostOperations },
    ...(repair === 'backup' && copy !== null ? { backupId: copy.backup.backupId, takenAt: copy.backup.takenAt } : {}),
    ...(lostOperations !== 0 && typeof at === 'number' ? { lostSince: at } : {}),
  };
}

/** The refusal that carries an offer. */
export function unreadable(offer: RepairOffer): AppError {
  const details = Object.entries(offer).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return new AppError('CASES_UNREADABLE', 'The case files are damaged.', Object.fromEntries(details));
}

/** How many operations were written after the last one that is kept; −1 when nothing says where the log ended. */
export function lostAfter(
  kept: number,
  log: ReadableLog,
  { isTailLost, witness }: { readonly isTailLost: boolean; readonly witness: Witness | null },
): number {
  if (witness === null && (isTailLost || !log.isEndRead)) return -1;
  return Math.max(0, Math.max(witness?.lastSeq ?? 0, log.last) - kept);
}

/** What was written down of the end of this log, and not of another one. */
export function witnessOf(folder: string, log: ReadableLog): Witness | null {
  const witness = readWitness(folder);
  const device = log.byNumber.values().next().value?.['device_id'];
  return device === undefined || device === witness?.deviceId ? witness : null;
}

/** The log alone gives everything back; where it does not, whichever reaches further. */
function bestRepair(log: ReadableLog, copy: WholeCopy | null, reached: number): RepairOffer['repair'] {
  if (log.isOpen && log.isWhole && log.unbroken >= reached) return 'operations';
  if (copy !== null && reached >= log.unbroken) return 'backup';
  return log.unbroken > 0 ? 'operations' : 'none';
}

function damageOf(
  log: ReadableLog,
  { isTailLost, witness }: { readonly isTailLost: boolean; readonly witness: Witness | null },
): RepairOffer['damage'] {
  if (!log.isOpen) return 'file';
  if (!log.isWhole) return 'log';
  return isTailLost || (witness?.lastSeq ?? 0) > log.last ? 'last-writings' : 'tables';
}
