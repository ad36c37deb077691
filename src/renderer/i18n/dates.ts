/** Days and hours in words, as one says them across a desk: "il y a 23 jours", "jeudi 14 h", "12 décembre". */
import { daysBetween, instantOf, type LocalDate, localDateAt } from '../../shared/kernel/local-date.ts';
import { dateFormat, dayText, withFirst } from './formats.ts';

const TAGS: Readonly<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB' };
const NBSP = '\u00a0';
const DAYS_NAMED_BY_WEEKDAY = 6;

function tag(language: string): string {
  return TAGS[language] ?? 'fr-FR';
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeDays(days: number, language: string): string {
  const known = relative.get(language) ?? new Intl.RelativeTimeFormat(tag(language), { numeric: 'auto' });
  relative.set(language, known);
  return typographic(known.format(days, 'day'));
}

/** A number stays with its unit, and the apostrophe of Intl is the typewriter's. */
function typographic(text: string): string {
  return text.replaceAll("'", '’').replaceAll(/(\d)[ \u202f](?=\p{L})/gu, `$1${NBSP}`);
}

/** "aujourd’hui", "hier", "il y a 23 jours"; a day to come: "demain", "dans 12 jours". */
export function sinceText(day: string, today: string, language: string): string {
  return relativeDays(daysBetween(today as LocalDate, day as LocalDate), language);
}

/** "10 h 30", "9 h"; in English "10:30". */
export function hourText(instantMs: number, zone: string, language: string): string {
  const parts = dateFormat(language, `hour ${zone}`, {
    timeZone: zone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instantMs);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const [hour, minute] = [part('hour'), part('minute')];
  const minutes = String(minute).padStart(2, '0');
  if (language === 'en') return `${hour}:${minutes}`;
  return minute === 0 ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${minutes}`;
}

function utcOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function weekdayText(day: string, language: string): string {
  return dateFormat(language, 'weekday', { timeZone: 'UTC', weekday: 'long' }).format(utcOf(day));
}

/** "12 décembre", with its year when it is another than today’s. */
export function shortDayText(day: string, today: string, language: string): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return dayText(day, language);
  const format = dateFormat(language, 'day', { timeZone: 'UTC', day: 'numeric', month: 'long' });
  return withFirst(format.format(utcOf(day)), language);
}

/** A day near today by its name: "hier", "aujourd’hui", "demain", "jeudi" within six days, else "12 décembre". */
export function nearDayText(day: string, today: string, language: string): string {
  const days = daysBetween(today as LocalDate, day as LocalDate);
  if (days >= -1 && days <= 1) return relativeDays(days, language);
  if (days > 0 && days <= DAYS_NAMED_BY_WEEKDAY) return weekdayText(day, language);
  return shortDayText(day, today, language);
}

/** The same after a preposition: "avant le 12 décembre", "avant jeudi". */
export function onDayText(day: string, today: string, language: string): string {
  return withArticle(nearDayText(day, today, language), language);
}

/** The same with its year, where it is read another day: "avant le 12 décembre 2026". */
export function onFullDayText(day: string, language: string): string {
  return withArticle(dayText(day, language), language);
}

/** Up to and with a day: "jusqu’au 12 décembre", "jusqu’à jeudi", "jusqu’à ce soir". */
export function untilDayText(day: string, today: string, language: string): string {
  const text = nearDayText(day, today, language);
  if (language !== 'fr') return day === today ? 'until tonight' : `until ${text}`;
  if (day === today) return 'jusqu’à ce soir';
  return /^\d/.test(text) ? `jusqu’au ${text}` : `jusqu’à ${text}`;
}

function withArticle(text: string, language: string): string {
  return language === 'fr' && /^\d/.test(text) ? `le ${text}` : text;
}

/** "aujourd’hui 10 h 30", "jeudi 14 h"; beyond six days "12 décembre", the hour being in the file. */
export function appointmentText(instantMs: number, today: string, zone: string, language: string): string {
  const day = localDateAt(instantMs, zone);
  const days = daysBetween(today as LocalDate, day);
  const text = nearDayText(day, today, language);
  const hasHour = days >= 0 && days <= DAYS_NAMED_BY_WEEKDAY;
  return hasHour ? `${text} ${hourText(instantMs, zone, language)}` : text;
}

/** The same in a sentence: "Prochain rendez-vous jeudi 14 h", "le 12 décembre". */
export function onAppointmentText(instantMs: number, today: string, zone: string, language: string): string {
  return withArticle(appointmentText(instantMs, today, zone, language), language);
}

/** "jeudi 4": a day in its week. */
export function weekDayText(day: string, language: string): string {
  const format = dateFormat(language, 'day of week', { timeZone: 'UTC', weekday: 'long', day: 'numeric' });
  return withFirst(format.format(utcOf(day)), language);
}

/** "jeudi 4 décembre 2026". */
export function fullDayText(day: string, language: string): string {
  return `${weekdayText(day, language)} ${dayText(day, language)}`;
}

/** "jeudi 4 décembre 2026, 14 h". */
export function fullMomentText(instantMs: number, zone: string, language: string): string {
  const day = fullDayText(localDateAt(instantMs, zone), language);
  return `${day}, ${hourText(instantMs, zone, language)}`;
}

/** The instant of a day and of the value of a time field, "14:30"; null while either is not filled in. */
export function instantOfFields(day: string, time: string, zone: string): number | null {
  const [hour, minute] = time.split(':').map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hour === undefined || minute === undefined) return null;
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null;
  return instantOf(day as LocalDate, hour, minute, zone);
}

/** The value of a time field at an instant: "14:30". */
export function timeOfDay(instantMs: number, zone: string): string {
  const format = dateFormat('en', `time ${zone}`, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return format.format(instantMs);
}

/** "3 secondes", "1 minute 20 secondes": a delay counted down. */
export function durationText(seconds: number, language: string): string {
  const unit = (value: number, name: 'minute' | 'second'): string =>
    new Intl.NumberFormat(tag(language), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes > 0 ? unit(minutes, 'minute') : '', rest > 0 || minutes === 0 ? unit(rest, 'second') : ''];
  return typographic(parts.filter((part) => part !== '').join(' '));
}
