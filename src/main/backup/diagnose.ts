import type { RepairOffer } from '../../shared/domain/backup/backup.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { isDiverged, newestWholeCopy, readableLog, type ReadableLog, type WholeCopy } from './readable-log.ts';
import { readWitness, type Witness } from './witness.ts';

/** What is known of where a log ended. */
interface LogEnd {
  readonly isTailLost: boolean;
  readonly witness: Witness | null;
}

/** What can be done of a damaged space, and what it would cost. Reads the whole log, and copies until one is whole. */
export function diagnose(
  folder: string,
  key: Uint8Array,
  { isTailLost }: { readonly isTailLost: boolean },
): RepairOffer {
  const log = readableLog(folder, key);
  const copy = newestWholeCopy(folder, key, log);
  const witness = witnessOf(folder, log);
  const damage = damageOf(log, { isTailLost, witness });
  const repair = bestRepair(log, copy, { isTailLost, witness });
  if (repair === 'none') return { repair, damage };
  const kept = repair === 'backup' && copy !== null ? copy.kept : log.unbroken;
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
export function lostAfter(kept: number, log: ReadableLog, { isTailLost, witness }: LogEnd): number {
  if (witness === null && (isTailLost || !log.isEndRead)) return -1;
  // Of before an earlier restore, most likely: these are not the same numbers.
  if (!log.isOpen && witness !== null && kept > witness.lastSeq) return -1;
  return Math.max(0, Math.max(witness?.lastSeq ?? 0, log.last) - kept);
}

/** What was written down of the end of this log, and not of another one. */
export function witnessOf(folder: string, log: ReadableLog): Witness | null {
  const witness = readWitness(folder);
  const device = log.byNumber.values().next().value?.['device_id'];
  return device === undefined || device === witness?.deviceId ? witness : null;
}

/**
 * The log alone gives everything back when it is all there; a copy that goes further is then of before an earlier restore.
 * Where it does not, whichever gives more of it back.
 */
function bestRepair(log: ReadableLog, copy: WholeCopy | null, end: LogEnd): RepairOffer['repair'] {
  if (log.isWhole && isEndKnown(log, end)) return 'operations';
  const kept = copy?.kept ?? 0;
  if (log.isWhole && log.unbroken >= kept) return 'operations';
  if (copy !== null && (log.unbroken === 0 || kept > log.unbroken)) return 'backup';
  if (copy !== null && kept === log.unbroken && !isDiverged(copy)) return 'backup';
  return log.unbroken > 0 ? 'operations' : 'none';
}

/** True when what was written down of the end of the log is in it. */
function isEndKnown(log: ReadableLog, { isTailLost, witness }: LogEnd): boolean {
  return !isTailLost && witness !== null && witness.lastSeq <= log.last;
}

function damageOf(log: ReadableLog, { isTailLost, witness }: LogEnd): RepairOffer['damage'] {
  if (!log.isOpen) return 'file';
  if (!log.isWhole) return 'log';
  return isTailLost || (witness?.lastSeq ?? 0) > log.last ? 'last-writings' : 'tables';
}
