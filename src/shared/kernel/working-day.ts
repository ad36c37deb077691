/** On which days an agency is open: neither weekends nor the public holidays of France (code du travail, L3133-1). */
import { addDays, type LocalDate } from './local-date.ts';

export type DayOff = 'saturday' | 'sunday' | 'holiday';

const SUNDAY = 0;
const SATURDAY = 6;

/** Those that have a date of their own. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '05-08',
  '07-14',
  '08-15',
  '11-01',
  '11-11',
  '12-25',
]);

/** Easter Monday, Ascension Day, Whit Monday: days after Easter Sunday. */
const AFTER_EASTER: readonly number[] = [1, 39, 50];

/** Easter Sunday of a year (Meeus, Jones and Butcher: the Gregorian computus). */
export function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)).toISOString().slice(0, 10) as LocalDate;
}

/** Why an agency is closed on a day, the holiday first; null when it is open. */
export function dayOffOf(day: LocalDate): DayOff | null {
  const easter = easterOf(Number(day.slice(0, 4)));
  if (FIXED_HOLIDAYS.has(day.slice(5)) || AFTER_EASTER.some((days) => addDays(easter, days) === day)) return 'holiday';
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === SATURDAY) return 'saturday';
  return weekday === SUNDAY ? 'sunday' : null;
}

/** That day, or the first one after it on which an agency is open. */
export function workingDayFrom(day: LocalDate): LocalDate {
  return dayOffOf(day) === null ? day : workingDayFrom(addDays(day, 1));
}
