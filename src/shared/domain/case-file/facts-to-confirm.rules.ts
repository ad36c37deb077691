import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Facts, FieldName } from './case-file.schema.ts';

/** A fact that old may have changed without being said again. A choice of ours: the rhythm of the slowest support. */
export const CONFIRM_AFTER_DAYS = 90;
/** As many as are asked at one meeting. */
export const CONFIRM_AT_ONCE = 3;

/**
 * What changes in a life and is worth asking again. Left out: who the person is and what is behind them, which do not
 * change; dates, which come by themselves; the seven subjects, which the person brings up.
 */
const CHANGING: readonly (FieldName | 'projects')[] = [
  'phones',
  'email',
  'address',
  'bestHours',
  'precautions',
  'understanding',
  'supporters',
  'projects',
  'credentials',
  'transport',
  'telephone',
  'internet',
  'cv',
  'conditions',
  'allowanceEnds',
  'searchChannels',
];

/** The oldest facts to ask "still true?", at most so many: the oldest first, then as *Situation* has them. */
export function factsToConfirm(facts: Facts, today: string, count = CONFIRM_AT_ONCE): readonly FieldName[] {
  const old = (Object.keys(facts) as FieldName[]).flatMap((field) => {
    const fact = facts[field];
    if (fact === undefined || isNothing(fact.value) || rankOf(field) < 0) return [];
    return daysBetween(fact.saidOn as LocalDate, today as LocalDate) < CONFIRM_AFTER_DAYS
      ? []
      : [{ field, saidOn: fact.saidOn }];
  });
  return old
    .sort((a, b) => compare(a.saidOn, b.saidOn) || rankOf(a.field) - rankOf(b.field) || compare(a.field, b.field))
    .slice(0, count)
    .map(({ field }) => field);
}

function rankOf(field: FieldName): number {
  return CHANGING.indexOf(field.startsWith('project') ? 'projects' : field);
}

function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
