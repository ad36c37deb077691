/** What an appointment will be planned at, read before it is saved. */
import type { TFunction } from 'i18next';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { dayOffOf } from '../../shared/kernel/working-day.ts';
import { fullMomentText, instantOfFields } from './dates.ts';

export interface ProposedMoment {
  readonly day: string;
  /** As a time field has it, "14:30". */
  readonly time: string;
  /** Somebody said this hour; else it is the usual one, and only proposed. */
  readonly isHourSaid: boolean;
}

interface Where {
  readonly zone: string;
  readonly language: string;
}

/** "lundi 28 décembre 2026, 9 h, heure à confirmer."; a weekend and a holiday are said too. Null while a field is empty. */
export function proposedMomentText(t: TFunction, moment: ProposedMoment, { zone, language }: Where): string | null {
  const { day, time, isHourSaid } = moment;
  const startsAt = instantOfFields(day, time, zone);
  if (startsAt === null) return null;
  const when = fullMomentText(startsAt, zone, language);
  const text = t(isHourSaid ? 'contactDialog.planned' : 'contactDialog.plannedAboutHour', { when });
  const dayOff = dayOffOf(day as LocalDate);
  return dayOff === null ? text : `${text} ${t(`contactDialog.daysOff.${dayOff}`)}`;
}
