import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import { dayOffOf } from '../../shared/kernel/working-day.ts';

/** A day told from today: `J`, `J-23`, `J+6`. */
export const DAY_TOKEN = /^J(?:[+-]\d{1,5})?$/;
/** A month told from this one: `M`, `M-5`, `M+2`. */
export const MONTH_TOKEN = /^M(?:[+-]\d{1,3})?$/;
/** The next time a day of the year comes, today included: `next-03-15`. */
export const NEXT_TOKEN = /^next-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
/** A day within a sentence: `{J+6}`. */
const DAY_IN_TEXT = /\{(J(?:[+-]\d{1,5})?)\}/g;

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
  ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
];
/** What is called a month where days are counted. */
const MONTH_DAYS = 30;
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** Days from today: negative before. */
export function offsetOf(token: string): number {
  return Number(token.slice(1) || 0);
}

export function resolveDay(token: string, today: LocalDate): LocalDate {
  return addDays(today, offsetOf(token));
}

/**
 * A day on which an agency is open: from today on, a weekend or a holiday becomes the next open day; before today, the
 * open day before it. The order of days never changes, and nothing that is past comes to lie ahead.
 */
export function resolveWorkingDay(token: string, today: LocalDate): LocalDate {
  const step = offsetOf(token) < 0 ? -1 : 1;
  let day = resolveDay(token, today);
  while (dayOffOf(day) !== null) day = addDays(day, step);
  return day;
}

export function resolveMonth(token: string, today: LocalDate): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offsetOf(token);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The value of a field with every date in it told as a date; text that is not a date stays as it is. */
export function resolveValue(value: unknown, today: LocalDate): unknown {
  if (typeof value === 'string') return resolveToken(value, today);
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, today));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveValue(item, today)]));
}

/** What happened did so on a day when an agency is open; what runs out does so on its day. */
function resolveToken(text: string, today: LocalDate): string {
  if (DAY_TOKEN.test(text)) return offsetOf(text) < 0 ? resolveWorkingDay(text, today) : resolveDay(text, today);
  if (MONTH_TOKEN.test(text)) return resolveMonth(text, today);
  if (!NEXT_TOKEN.test(text)) return text;
  const monthAndDay = text.slice('next-'.length);
  const thisYear = `${today.slice(0, 4)}-${monthAndDay}`;
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${monthAndDay}`;
}

/** A sentence with its days in words: "mardi 3 mars". */
export function resolveText(text: string, today: LocalDate): string {
  return text.replace(DAY_IN_TEXT, (_, token: string) => dayInWords(resolveWorkingDay(token, today)));
}

function dayInWords(day: LocalDate): string {
  const number = Number(day.slice(8, 10));
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${number === 1 ? '1er' : number} ${month}`;
}

function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The same story so many months earlier, of thirty days each: every day and month told from today, days of the year aside. */
export function earlier<T>(story: T, months: number): T {
  return JSON.parse(
    JSON.stringify(story, (_, value: unknown) => (typeof value === 'string' ? tokensBack(value, months) : value)),
  ) as T;
}

function tokensBack(text: string, months: number): string {
  if (DAY_TOKEN.test(text)) return tokenBack('J', text, months * MONTH_DAYS);
  if (MONTH_TOKEN.test(text)) return tokenBack('M', text, months);
  return text.replace(DAY_IN_TEXT, (_, token: string) => `{${tokenBack('J', token, months * MONTH_DAYS)}}`);
}

function tokenBack(letter: 'J' | 'M', token: string, by: number): string {
  const offset = offsetOf(token) - by;
  return offset === 0 ? letter : `${letter}${offset > 0 ? '+' : ''}${offset}`;
}
