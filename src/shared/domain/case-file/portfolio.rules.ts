import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Facts, SupportMode } from './case-file.schema.ts';
import { valueOf } from './case-file.rules.ts';

/**
 * Days between two contacts, by kind of support: a choice of ours until an agency sets its own. The youth contract
 * (contrat d'engagement jeune) asks for a weekly contact; the others are what advisors of each kind commonly keep.
 */
const RHYTHM_DAYS: Readonly<Record<SupportMode, number>> = {
  'youth-contract': 7,
  reinforced: 21,
  guided: 45,
  standard: 75,
};
const RHYTHM_UNKNOWN_DAYS = 45;

/** Days beyond the rhythm of the support since the last contact; null when in time or closed. The delay is ours. */
export function overdueDays(input: {
  readonly supportMode: SupportMode | null;
  readonly lastContactOn: string | null;
  readonly createdOn: string;
  readonly hasNextAppointment: boolean;
  readonly isClosed: boolean;
  readonly today: string;
}): number | null {
  if (input.isClosed || input.hasNextAppointment) return null;
  const rhythm = input.supportMode === null ? RHYTHM_UNKNOWN_DAYS : RHYTHM_DAYS[input.supportMode];
  const since = (input.lastContactOn ?? input.createdOn) as LocalDate;
  const late = daysBetween(since, input.today as LocalDate) - rhythm;
  return late > 0 ? late : null;
}

const EXPIRY_WINDOW_DAYS = 90;

/** The permit or certificate that expires first within ninety days, already expired ones included. */
export function nextExpiry(facts: Facts, today: string): { readonly label: string; readonly expiresOn: string } | null {
  let first: { readonly label: string; readonly expiresOn: string } | null = null;
  for (const { label, expiresOn } of valueOf(facts, 'credentials') ?? []) {
    if (expiresOn === null || daysBetween(today as LocalDate, expiresOn as LocalDate) > EXPIRY_WINDOW_DAYS) continue;
    if (first === null || expiresOn < first.expiresOn) first = { label, expiresOn };
  }
  return first;
}
