import { daysBetween, isoWeekOf, type LocalDate } from '../../kernel/local-date.ts';
import type { BackupKind } from './backup.schema.ts';

/** A copy, with the day of the workstation on which it was taken. */
export interface DatedCopy {
  readonly backupId: string;
  readonly kind: BackupKind;
  readonly takenAt: number;
  readonly day: LocalDate;
}

/** Days of which every copy is kept. */
const DAYS = 14;
/** Weeks before these days of which the newest copy is kept. */
const WEEKS = 8;
/** Days that a copy taken before something was replaced is kept. */
const BEFORE_DAYS = 30;

/**
 * The copies that nobody needs any more: 14 days, then one a week for 8 weeks; what was there before a restore or an
 * update, 30 days. The newest one stays, however old; so does one of the future, which only says that the clock was put
 * back. (Each was read whole as it was taken.)
 */
export function copiesToRemove(copies: readonly DatedCopy[], today: LocalDate): readonly string[] {
  const newestFirst = copies.toSorted((a, b) => b.takenAt - a.takenAt);
  const weeks = new Set<string>();
  const isKept = (copy: DatedCopy): boolean => {
    const age = daysBetween(copy.day, today);
    if (copy === newestFirst[0]) return true;
    if (isBefore(copy.kind)) return age < BEFORE_DAYS;
    if (age < DAYS) return true;
    if (age >= DAYS + WEEKS * 7) return false;
    const week = isoWeekOf(copy.day);
    const isFirst = !weeks.has(week);
    weeks.add(week);
    return isFirst;
  };
  return newestFirst.filter((copy) => !isKept(copy)).map(({ backupId }) => backupId);
}

function isBefore(kind: BackupKind): boolean {
  return kind === 'before-restore' || kind === 'before-update';
}
