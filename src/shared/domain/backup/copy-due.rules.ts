import type { LocalDate } from '../../kernel/local-date.ts';

/** What decides whether the copy of the day is to be taken. */
export interface CopyMoment {
  readonly today: LocalDate;
  /** The days of the copies that are there. */
  readonly days: readonly LocalDate[];
  /** What the last copy held; null when that is not known. */
  readonly copied: string | null;
  /** What there is to copy. */
  readonly current: string;
  /** What a store holds in which nobody wrote. */
  readonly empty: string;
}

/** Once a day, and only when something was written since the last copy; at once when what that one held is not known. */
export function isCopyDue({ today, days, copied, current, empty }: CopyMoment): boolean {
  if (current === empty) return false;
  if (days.length === 0 || copied === null) return true;
  return current !== copied && !days.includes(today);
}
