/**
 * Numbers, distances, dates and sizes as one writes them, with their units. Thousands are parted by U+00A0 rather than
 * the U+202F of Intl: Inter draws the latter so thin that 119 988 reads as one word.
 */

const TAGS: Readonly<Record<string, string>> = { fr: 'fr-FR', en: 'en-GB' };
const NBSP = '\u00a0';

function tag(language: string): string {
  return TAGS[language] ?? 'fr-FR';
}

/** Formats are costly to make, and a list writes hundreds of dates. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** The format of that name, made once for a language. */
export function dateFormat(language: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag(language)} ${name}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(tag(language), options);
  dateFormats.set(key, known);
  return known;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: string, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag(language)} ${name}`;
  const known = numberFormats.get(key) ?? new Intl.NumberFormat(tag(language), options);
  numberFormats.set(key, known);
  return known;
}

export function numberText(value: number, language: string): string {
  return numberFormat(language, 'whole', {}).format(value).replaceAll('\u202f', NBSP);
}

const LESS_THAN: Readonly<Record<string, string>> = { 'fr-FR': 'moins de', 'en-GB': 'less than' };
const LEAST_SHARE = 0.001;

/** "31 %", "0,6 %" under one percent, "moins de 0,1 %" for what is not nothing but would read so. */
export function percentText(share: number, language: string): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0;
  const format = numberFormat(language, `percent ${digits}`, { style: 'percent', maximumFractionDigits: digits });
  if (share > 0 && share < LEAST_SHARE) return `${LESS_THAN[tag(language)] ?? ''}${NBSP}${format.format(LEAST_SHARE)}`;
  return format.format(share);
}

/** "800 m" under one kilometre, "2,8 km" under ten, "24 km" beyond. */
export function distanceText(km: number, language: string): string {
  if (km < 0.95) {
    const metres = Math.round(km * 10) * 100;
    return metres === 0 ? `<${NBSP}100${NBSP}m` : `${metres}${NBSP}m`;
  }
  const digits = km < 9.95 ? 1 : 0;
  const value = numberFormat(language, `distance ${digits}`, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${value.format(km)}${NBSP}km`;
}

export function decimalText(value: number, digits: number, language: string): string {
  return numberFormat(language, `decimal ${digits}`, { maximumFractionDigits: digits }).format(value);
}

/** An estimate with the two figures it deserves: 36, 4,3, 0,3. */
export function estimateText(value: number, language: string): string {
  const format = numberFormat(language, 'estimate', { maximumSignificantDigits: 2 });
  return format.format(value).replaceAll('\u202f', NBSP);
}

/** In French the first of a month is "1er": Intl writes "1". */
export function withFirst(day: string, language: string): string {
  return tag(language) === 'fr-FR' ? day.replace(/^1 /, '1er ') : day;
}

/** A calendar day (`2026-06-04`) in words: "4 juin 2026". */
export function dayText(day: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  const format = dateFormat(language, 'long day', { dateStyle: 'long', timeZone: 'UTC' });
  return withFirst(format.format(Date.UTC(year, month - 1, date)), language);
}

/** A month (`2026-06`) in words: "juin 2026". */
export function monthText(month: string, language: string): string {
  const [year, number] = month.split('-').map(Number);
  if (year === undefined || number === undefined) return month;
  const format = dateFormat(language, 'month', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(year, number - 1, 1));
}

export function bytesText(bytes: number, language: string): string {
  const units = tag(language) === 'fr-FR' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${decimalText(value, value < 10 && unit > 0 ? 1 : 0, language)}${NBSP}${units[unit] ?? ''}`;
}

/** SIRET in groups, as it is written on paper: 123 456 789 00012. */
export function siretText(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, `$1${NBSP}$2${NBSP}$3${NBSP}$4`);
}
