/** A day and an hour as one types them: "jeudi 14h", "demain 9 h 30", "dans 2 semaines", "+1 sem", "4/12", "tue 2pm". */
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../shared/kernel/working-day.ts';

export interface TypedMoment {
  readonly day: LocalDate;
  /** As a time field has it, "14:30"; null where only a day was typed. */
  readonly time: string | null;
}

const WEEKDAYS: readonly RegExp[] = [
  /^(dim(anche)?|sun(day)?)$/,
  /^(lun(di)?|mon(day)?)$/,
  /^(mar(di)?|tue(s|sday)?)$/,
  /^(mer(credi)?|wed(nesday)?)$/,
  /^(jeu(di)?|thu(r|rs|rsday)?)$/,
  /^(ven(dredi)?|fri(day)?)$/,
  /^(sam(edi)?|sat(urday)?)$/,
];

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(fev|feb)/,
  /^(mars|mar$|march)/,
  /^(avr|apr)/,
  /^(mai|may)$/,
  /^(juin|jun)/,
  /^(juil|jul)/,
  /^(aou|aug)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];

/** Said before a day, and no part of it. */
const AROUND = /\b(le|a|at|on|prochaine?|next|vers|in)\b/g;

/** Null when it is not understood: nothing is guessed. */
export function typedMoment(text: string, today: LocalDate): TypedMoment | null {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’']/g, ' ')
    .replaceAll(/[\s,.]+/g, ' ')
    .trim();
  const { time, rest } = withoutHour(plain);
  const words = rest.replaceAll(AROUND, ' ').replaceAll(/\s+/g, ' ').trim();
  if (time === 'impossible' || (words === '' && time === null)) return null;
  const day = words === '' ? today : dayOf(words, today);
  return day === null ? null : { day, time };
}

function withoutHour(text: string): { readonly time: string | null; readonly rest: string } {
  const noon = /\b(midi|noon)\b/.exec(text);
  if (noon !== null) return { time: '12:00', rest: text.replace(noon[0], ' ') };
  const found =
    /(?<![\d/])(?<hour>\d{1,2}) ?(?:h(?:eures?)?|:) ?(?<minute>\d{2})?(?![\d/\p{L}])/u.exec(text) ??
    /(?<![\d/])(?<hour>\d{1,2})(?::(?<minute>\d{2}))? ?(?<half>am|pm)\b/.exec(text);
  if (found?.groups === undefined) return { time: null, rest: text };
  const { hour = '0', minute = '0', half } = found.groups;
  const hours = (Number(hour) % (half === undefined ? 100 : 12)) + (half === 'pm' ? 12 : 0);
  const rest = text.replace(found[0], ' ');
  if (hours > 23 || Number(minute) > 59) return { time: 'impossible', rest };
  return { time: `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`, rest };
}

function dayOf(words: string, today: LocalDate): LocalDate | null {
  if (/^(aujourd hui|auj|today)$/.test(words)) return today;
  if (/^(demain|dem|tomorrow)$/.test(words)) return addDays(today, 1);
  if (/^apres[ -]demain$/.test(words)) return addDays(today, 2);
  const later = /^(?:dans|\+)? ?(\d{1,2}|une?|a) ?(jours?|j|days?|d|semaines?|sem|s|weeks?|w|mois|m|months?)$/.exec(
    words,
  );
  if (later !== null) return inSome(later[1] ?? '', later[2] ?? '', today);
  const weekday = WEEKDAYS.findIndex((name) => name.test(words));
  if (weekday !== -1) return nextWeekday(weekday, today);
  return dateOf(words, today);
}

/** A delay is about a day: it falls on one when an agency is open. A day named as such is left as it is. */
function inSome(count: string, unit: string, today: LocalDate): LocalDate {
  const many = /^\d/.test(count) ? Number(count) : 1;
  if (/^(mois|m$|month)/.test(unit)) return workingDayFrom(addMonths(today, many));
  return workingDayFrom(addDays(today, many * (/^(s|w)/.test(unit) ? 7 : 1)));
}

/** The day of that number, or the last one of a month that is shorter. */
function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Never today: whoever means today types so. */
function nextWeekday(weekday: number, today: LocalDate): LocalDate {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, (weekday - now + 7) % 7 || 7);
}

/** "4/12", "4/12/2026", "4 decembre", "lundi 4 decembre", "4": the next one to come where no year is typed. */
function dateOf(words: string, today: LocalDate): LocalDate | null {
  const [first = ''] = words.split(' ');
  const date = WEEKDAYS.some((name) => name.test(first)) ? words.slice(first.length).trim() : words;
  const [year = 0, month = 1] = today.split('-').map(Number);
  const found = /^(\d{1,2})(?:er|st|nd|rd|th)?(?: ?[/ -] ?(\d{1,2}|\p{L}+))?(?: ?[/ -] ?(\d{4}))?$/u.exec(date);
  if (found === null) return null;
  const [, typedDate = '', typedMonth, typedYear] = found;
  if (typedMonth === undefined) {
    const thisMonth = realDay(year, month, Number(typedDate));
    if (thisMonth !== null && thisMonth >= today) return thisMonth;
    return month === 12 ? realDay(year + 1, 1, Number(typedDate)) : realDay(year, month + 1, Number(typedDate));
  }
  const number = /^\d/.test(typedMonth) ? Number(typedMonth) : MONTHS.findIndex((name) => name.test(typedMonth)) + 1;
  if (typedYear !== undefined) return realDay(Number(typedYear), number, Number(typedDate));
  const thisYear = realDay(year, number, Number(typedDate));
  return thisYear === null || thisYear >= today ? thisYear : realDay(year + 1, number, Number(typedDate));
}

/** Null for a day that is in no calendar: the 31st of February. */
function realDay(year: number, month: number, date: number): LocalDate | null {
  if (month < 1 || month > 12 || date < 1) return null;
  const day = isoDay(Date.UTC(year, month - 1, date));
  return Number(day.slice(8)) === date && Number(day.slice(5, 7)) === month ? day : null;
}

function isoDay(instant: number): LocalDate {
  return new Date(instant).toISOString().slice(0, 10) as LocalDate;
}
