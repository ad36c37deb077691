import { failure, success, type Result } from '../../shared/kernel/result.ts';
import { refusal, type RefusalReason } from './refusal.ts';

/** Readers of single fields, shared by the sources. */

/** ROME files write an apostrophe twice, as SQL dumps do; some labels hold double spaces. */
export function romeText(value: string): string {
  return value.replace(/''/g, "'").replace(/\s+/g, ' ').trim();
}

/** A ROME code: one letter A to N, four digits. */
export function romeCode(value: string): Result<string, RefusalReason> {
  const code = value.trim().toUpperCase();
  return /^[A-N]\d{4}$/.test(code) ? success(code) : failure(refusal('rome-code', value));
}

/** A number written with a point or a comma; null for anything else. */
export function decimal(value: string): number | null {
  const text = value.trim().replace(',', '.');
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : null;
}

/** A count written in digits; null for anything else. */
export function wholeNumber(value: string): number | null {
  const text = value.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A commune code or postcode whose leading zero a spreadsheet dropped. */
export function fiveCharacters(value: string): string {
  const text = value.trim().toUpperCase();
  return /^\d{4}$/.test(text) ? `0${text}` : text;
}

export function communeCode(value: string): Result<string, RefusalReason> {
  const code = fiveCharacters(value);
  return /^(?:\d{2}|2[AB])\d{3}$/.test(code) ? success(code) : failure(refusal('commune-code', value));
}
