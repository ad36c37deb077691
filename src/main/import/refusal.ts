import type { Refusal } from '../../shared/domain/dataset/dataset.schema.ts';
import type { RefusalCode } from '../../shared/domain/dataset/refusal-codes.ts';

/** Why a row is refused, without its line. */
export type RefusalReason = Omit<Refusal, 'line'>;

/** The sentence of each kind, for the command line and logs: screens have their own words, by code. */
const SENTENCES: Readonly<Record<RefusalCode, (value: string) => string>> = {
  'field-count': (value) => value.replace('/', ' fields instead of '),
  'quote-unclosed': () => 'A quote is not closed',
  'quote-misplaced': () => 'A quote is misplaced',
  'row-unreadable': () => 'Row not readable',
  repeated: (value) => `Says again what line ${value} says`,
  'rome-code': (value) => `ROME code not valid: ${quoted(value)}`,
  'commune-code': (value) => `Commune code not valid: ${quoted(value)}`,
  postcode: (value) => `Postcode not valid: ${quoted(value)}`,
  'naf-code': (value) => `NAF code not valid: ${quoted(value)}`,
  'naf-division': (value) => `NAF division not valid: ${quoted(value)}`,
  'label-missing': (value) => `No label for ${value}`,
  'title-missing': (value) => `Empty title of ${value}`,
  'mobility-to-itself': (value) => `Edge from ${value} to itself`,
  'mobility-kind': (value) => `Kind of mobility not known: ${quoted(value)}`,
  'not-a-definition': () => 'Not a definition',
  'definition-missing': (value) => `Empty definition of ${value}`,
  hires: (value) => `Hires are not a whole number above zero: ${quoted(value)}`,
  'contact-mode-missing': (value) => `No contact mode for ${value.replace('/', ' and ')}`,
  'contact-mode': (value) => `Contact mode not known: ${quoted(value)}`,
  'tension-share': (value) => `Share is not between 0 and 100: ${quoted(value)}`,
  'family-missing': (value) => `No occupational family for ${value}`,
  'commune-name-missing': (value) => `No name for commune ${value}`,
  siret: (value) => `SIRET is not 14 digits: ${quoted(value)}`,
  'legal-name-missing': () => 'No legal name',
  'headcount-band': (value) => `Headcount band not known: ${quoted(value)}`,
  'yearly-hires': (value) => `Hires of the year are not a whole number: ${quoted(value)}`,
  closed: () => 'Closed establishment',
  'forecast-months': (value) => `Not six months that follow each other: ${value.split('/').map(quoted).join(' to ')}`,
  'forecast-hires': (value) => `Not an interval of whole hires around what is expected: ${value}`,
};

/** Kinds that are about the row as a whole. */
type WithoutValue =
  'quote-unclosed' | 'quote-misplaced' | 'row-unreadable' | 'not-a-definition' | 'legal-name-missing' | 'closed';

/**
 * A reason to refuse a row, with the value it is about: what the file says where that is wrong, else the code that the
 * rest is missing for. Two values are parted by "/".
 */
export function refusal(code: WithoutValue): RefusalReason;
export function refusal(code: Exclude<RefusalCode, WithoutValue>, value: string): RefusalReason;
export function refusal(code: RefusalCode, value?: string): RefusalReason {
  return { code, value: value === undefined ? null : quotable(value), reason: SENTENCES[code](value ?? '') };
}

/**
 * A value as a refusal may quote it: codes and numbers only, else null. A shifted row can put a person's name in any
 * column, and a report is read by many.
 */
function quotable(value: string): string | null {
  const text = value.trim();
  const isCode = /^[\w.,:+%/-]{1,20}$/.test(text) && (/\d/.test(text) || text.length <= 4);
  return text === '' || isCode ? text : null;
}

/** The same in a sentence. */
export function quoted(value: string): string {
  const text = quotable(value);
  if (text === '') return '(empty)';
  return text === null ? `(${value.trim().length} characters of text)` : `"${text}"`;
}
