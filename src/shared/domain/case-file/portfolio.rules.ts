import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Deadline, SupportMode } from './case-file.schema.ts';

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

/** Days between two contacts, for a kind of support or for one not known yet. */
export function rhythmDays(supportMode: SupportMode | null): number {
  return supportMode === null ? RHYTHM_UNKNOWN_DAYS : RHYTHM_DAYS[supportMode];
}

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
  const since = (input.lastContactOn ?? input.createdOn) as LocalDate;
  const late = daysBetween(since, input.today as LocalDate) - rhythmDays(input.supportMode);
  return late > 0 ? late : null;
}

/** The permit or certificate that expires first, of what must be done soon. */
export function nextExpiry(
  deadlines: readonly Deadline[],
): { readonly label: string; readonly expiresOn: string } | null {
  const first = deadlines.find(({ kind }) => kind === 'credential');
  return first === undefined ? null : { label: first.label, expiresOn: first.on };
}
