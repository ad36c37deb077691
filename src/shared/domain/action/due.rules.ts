/** The days that one says across a desk: "demain", "vendredi", "dans 15 jours", "avant le prochain rendez-vous". */
import { addDays, type LocalDate } from '../../kernel/local-date.ts';

const FRIDAY = 5;
/** What is called fifteen days in French: the same day of the week, two weeks later. */
const FORTNIGHT_DAYS = 14;

export type DueShortcut = 'tomorrow' | 'friday' | 'fortnight' | 'before-next';

/**
 * The days to offer, none of them twice.
 * @param nextOn the day of the next appointment; null where none is planned
 */
export function dueShortcuts(
  today: LocalDate,
  nextOn: LocalDate | null,
): readonly { readonly name: DueShortcut; readonly on: LocalDate }[] {
  const days: readonly { readonly name: DueShortcut; readonly on: LocalDate }[] = [
    ...(nextOn !== null && nextOn > today ? [{ name: 'before-next', on: addDays(nextOn, -1) } as const] : []),
    { name: 'tomorrow', on: addDays(today, 1) },
    { name: 'friday', on: nextFriday(today) },
    { name: 'fortnight', on: addDays(today, FORTNIGHT_DAYS) },
  ];
  return days.filter(({ on }, index) => days.findIndex((other) => other.on === on) === index);
}

/** The first Friday after a day. */
function nextFriday(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, ((FRIDAY - weekday + 6) % 7) + 1);
}
