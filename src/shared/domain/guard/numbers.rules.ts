import type { Blocking } from './guard.schema.ts';
import { isLuhnValid } from '../../kernel/luhn.ts';

/** What people write between two groups of digits, no-break spaces included. */
const GAP = String.raw`[ \t\u00a0\u202f.\-]`;
const NOT_INSIDE = String.raw`(?<![\p{L}\p{N}])`;
const NOT_LONGER = String.raw`(?![\p{L}\p{N}])`;

/** Sex, year, month, département (2A and 2B in Corsica), commune, order and key, however they are grouped. */
const DIGIT = `${GAP}?[0-9]`;
const SOCIAL_SECURITY = `[1-478](?:${DIGIT}){4}(?:(?:${DIGIT}){2}|${GAP}?2${GAP}?[AB])(?:${DIGIT}){8}`;
/** Four groups of four, or four, six and five; not the middle of a bank account, which goes on by fours. */
const CARD = `(?:[2-6][0-9]{3}(?:${GAP}?[0-9]{4}){3}|3[47][0-9]{2}${GAP}?[0-9]{6}${GAP}?[0-9]{5})`;

/** Each may start inside another that is none: looked for from every place. */
const SOCIAL_SECURITY_AT = new RegExp(`${NOT_INSIDE}(?=(${SOCIAL_SECURITY})${NOT_LONGER})`, 'giu');
const CARD_AT = new RegExp(
  `${NOT_INSIDE}(?<![0-9]{4}${GAP})(?=(${CARD})${NOT_LONGER}(?!${GAP}[0-9]{4}(?![0-9])))`,
  'gu',
);

/** The social security and payment card numbers of a text, in their order: only those whose key is right. */
export function refusedNumbersIn(text: string): readonly Blocking[] {
  const found: readonly Blocking[] = [
    ...placesOf(text, SOCIAL_SECURITY_AT, isSocialSecurity).map((place) => ({
      ...place,
      number: 'social-security' as const,
    })),
    ...placesOf(text, CARD_AT, isLuhnValid).map((place) => ({ ...place, number: 'payment-card' as const })),
  ];
  return withoutOverlap(found.toSorted((a, b) => a.start - b.start));
}

function placesOf(text: string, pattern: RegExp, isValid: (compact: string) => boolean) {
  return [...text.matchAll(pattern)].flatMap(({ 1: written = '', index: start }) =>
    isValid(written.replaceAll(/[^0-9ab]/gi, '').toUpperCase()) ? [{ start, end: start + written.length }] : [],
  );
}

/** Key of the NIR: 97 less the remainder of its thirteen figures, Corsica counted as 19 and 18 (INSEE). */
function isSocialSecurity(compact: string): boolean {
  const month = Number(compact.slice(3, 5));
  // 20 to 42 and 50 to 99 stand for a month that is not known.
  const isMonth = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
  const figures = Number(compact.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return isMonth && 97 - (figures % 97) === Number(compact.slice(13));
}

function withoutOverlap(found: readonly Blocking[]): readonly Blocking[] {
  let free = 0;
  return found.filter(({ start, end }) => {
    if (start < free) return false;
    free = end;
    return true;
  });
}
