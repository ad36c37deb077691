/** The cells of the portfolio in words. */
import type { TFunction } from 'i18next';
import type { Deadline } from '../../../shared/domain/case-file/case-file.schema.ts';
import { nearDayText, shortDayText, sinceText } from '../../i18n/dates.ts';
import { dayText, numberText } from '../../i18n/formats.ts';
import type { Person } from './people.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

/**
 * What tells somebody from another of the same name: the birth date, else what they look for or where, else that no date is
 * known. Null where nobody else has this name.
 */
export function apartText(t: TFunction, { isHomonym, row }: Person, language: string): string | null {
  if (!isHomonym) return null;
  if (row.birthDate !== null) return t('portfolio.birthDate', { day: dayText(row.birthDate, language) });
  return row.project ?? row.place ?? t('portfolio.birthDateUnknown');
}

/** "Hélène Martin", or "Hélène Martin (date de naissance : 12 mars 1985)": what is written is written for one of the two. */
export function surelyNamed(t: TFunction, name: string, apart: string | null): string {
  return apart === null ? name : t('portfolio.namesake', { name, apart });
}

/** "Metz, 15 km", "Nanterre, 45 min", "Arras, en bus": the reach, else the means. */
export function placeText(t: TFunction, { place, reach, travel }: PortfolioRow): string {
  const means = travel.map((each) => t(`portfolio.travel.${each}`)).join(t('portfolio.or'));
  const how = reach === null ? means : reachText(t, reach);
  return [place ?? '', how].filter((part) => part !== '').join(', ');
}

function reachText(t: TFunction, reach: NonNullable<PortfolioRow['reach']>): string {
  return reach.kind === 'distance'
    ? t('portfolio.reach.distance', { n: reach.km })
    : t('portfolio.reach.time', { n: reach.minutes });
}

/** "4 entreprises", "sans calcul"; nothing where nothing was retained yet. */
export function leadsText(t: TFunction, { retained, isComputingOff }: PortfolioRow, language: string): string {
  const count = retained === 0 ? '' : t('portfolio.retained', { count: retained, n: numberText(retained, language) });
  return [count, isComputingOff ? t('portfolio.withoutComputing') : ''].filter((part) => part !== '').join(', ');
}

/**
 * Why somebody is to be contacted again, with its dates: "dernier contact il y a 71 jours (14 septembre), rythme de
 * 45 jours". The delay is ours.
 */
export function overdueReason(t: TFunction, row: PortfolioRow, today: string, language: string): string {
  const { lastContactOn, createdOn, rhythmDays } = row;
  const day = lastContactOn ?? createdOn;
  const dates = { since: sinceText(day, today, language), day: shortDayText(day, today, language), count: rhythmDays };
  return lastContactOn === null ? t('portfolio.overdueSinceOpening', dates) : t('portfolio.overdueReason', dates);
}

/** The same where "il y a 71 jours" is already read: "14 septembre, rythme de 45 jours". */
export function overdueDetail(t: TFunction, row: PortfolioRow, today: string, language: string): string {
  const day = shortDayText(row.lastContactOn ?? row.createdOn, today, language);
  return t('portfolio.overdueDetail', { day, count: row.rhythmDays });
}

/** "CACES R489", "droit au travail à vérifier", "condition à revoir : horaires". */
export function deadlineText(t: TFunction, { kind, label }: Deadline): string {
  if (kind === 'credential') return label;
  if (kind === 'condition') return t('portfolio.deadlines.condition');
  if (kind === 'call-back' || kind === 'answer') return t(`portfolio.deadlines.${kind}`, { name: label });
  return t(`portfolio.deadlines.${kind}`);
}

/** What is said before a day that is past: "expiré", "prévu"; an end says nothing more. */
export function lateWord(t: TFunction, kind: Deadline['kind']): string {
  if (kind === 'credential') return t('portfolio.expired');
  return kind === 'allowance' ? '' : t('portfolio.promisedFor');
}

/** "CACES R489, 24 décembre"; past: "CACES R489, expiré il y a 3 jours". */
export function deadlineLine(t: TFunction, deadline: Deadline, today: string, language: string): string {
  const day =
    deadline.on >= today
      ? nearDayText(deadline.on, today, language)
      : `${lateWord(t, deadline.kind)} ${sinceText(deadline.on, today, language)}`.trim();
  return `${deadlineText(t, deadline)}, ${day}`;
}

/** "fermé le 3 mars 2026", "archivé le 4 juin 2026". */
export function closingText(t: TFunction, { closedOn, archivedOn }: PortfolioRow, language: string): string | null {
  if (archivedOn !== null) return t('portfolio.archivedOn', { day: dayText(archivedOn, language) });
  return closedOn === null ? null : t('portfolio.closedOn', { day: dayText(closedOn, language) });
}
