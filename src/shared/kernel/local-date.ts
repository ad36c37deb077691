/** A calendar day without time or zone, written `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;

/** The calendar day of an instant in a time zone (IANA name). */
export function localDateAt(instantMs: number, timeZone: string): LocalDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instantMs) as LocalDate;
}

/** The ISO 8601 week of a day, as `YYYY-Www`: the seed of the varied order changes with it. */
export function isoWeekOf(day: LocalDate): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = new Date(midnight + (3 - weekday) * DAY_MS);
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - yearStart) / (7 * DAY_MS)) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
