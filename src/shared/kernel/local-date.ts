/** A calendar day without time or zone, written `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY_MS = 86_400_000;

/** Making a formatter costs a hundred times what using one does: one a zone is kept. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone (IANA name). */
export function localDateAt(instantMs: number, timeZone: string): LocalDate {
  const known = dayFormats.get(timeZone);
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (known === undefined) dayFormats.set(timeZone, format);
  return format.format(instantMs) as LocalDate;
}

/** An instant (ms) as a name of file writes it, the same in every zone: `20261127T183000123Z`. */
export function compactInstant(instantMs: number): string {
  return new Date(instantMs).toISOString().replace(/[-:.]/g, '');
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

/** The Monday of the week of a day. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, -((new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() + 6) % 7));
}

/** Whole days from one day to another; negative when the other one is before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Whether a day is another one or comes before it. */
export function isNotAfter(day: LocalDate, other: LocalDate): boolean {
  return day <= other;
}

/** The day that many days later. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsAfter(day: string, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10) as LocalDate;
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10) as LocalDate;
  return addDays(first, Math.min(date, daysBetween(first, next)) - 1);
}

/**
 * The instant of an hour of a day in a time zone. Where clocks skip the hour, the instant is the one an hour later;
 * where it comes twice, the first.
 */
export function instantOf(day: LocalDate, hour: number, minute: number, timeZone: string): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000;
  // Clocks change once in these two days at most: the offset is one of theirs, or both where the hour comes twice.
  const offsets = [zoneOffsetMs(asIfUtc - DAY_MS, timeZone), zoneOffsetMs(asIfUtc + DAY_MS, timeZone)];
  const instants = offsets.map((offset) => asIfUtc - offset).sort((a, b) => a - b);
  const first = instants.find((instant) => instant + zoneOffsetMs(instant, timeZone) === asIfUtc);
  return first ?? (instants.at(-1) as number);
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function zoneOffsetMs(instantMs: number, timeZone: string): number {
  const known = offsetFormats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  if (known === undefined) offsetFormats.set(timeZone, format);
  const parts = format.formatToParts(instantMs);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '00';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(local) - Math.floor(instantMs / 1000) * 1000;
}
