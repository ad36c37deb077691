import type { TFunction } from 'i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, onAppointmentText, sinceText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';

type Said = Pick<CaseFile, 'facts' | 'createdAt' | 'lastContactOn' | 'nextAppointment'>;

/** The name as used: the civil one is folded away. */
export function nameOf(t: TFunction, { facts }: Pick<CaseFile, 'facts'>): string {
  const name = valueOf(facts, 'name');
  return name === null ? t('caseFile.unnamed') : spokenName(name);
}

/** "Accompagnement depuis le 4 mars 2026." */
export function sinceSentence(
  t: TFunction,
  { facts, createdAt }: Pick<Said, 'facts' | 'createdAt'>,
  { zone, language }: { readonly zone: string; readonly language: string },
): string {
  const since = valueOf(facts, 'supportSince') ?? localDateAt(createdAt, zone);
  return t('caseFile.since', { day: dayText(since, language) });
}

interface HeaderWhere {
  readonly today: string;
  readonly zone: string;
  readonly language: string;
  /** The next appointment was earlier today. */
  readonly isNextOver: boolean;
}

/** "Vente en alimentation, depuis Metz, 15 km à vélo. Accompagnement depuis le 4 mars 2026. Dernier contact il y a 23 jours." */
export function headerSentence(
  t: TFunction,
  file: Said,
  project: string | null,
  { today, zone, language, isNextOver }: HeaderWhere,
): string {
  const { lastContactOn, nextAppointment } = file;
  const sentences = [
    project === null ? t('caseFile.noProject') : t('caseFile.project', { project }),
    sinceSentence(t, file, { zone, language }),
    lastContactOn === null
      ? t('caseFile.noContact')
      : t('caseFile.lastContact', { since: sinceText(lastContactOn, today, language) }),
    nextAppointment === null
      ? null
      : appointmentSentence(t, nextAppointment.startsAt, { today, zone, language, isNextOver }),
  ];
  return sentences.filter((sentence) => sentence !== null).join(' ');
}

/** An appointment of this morning is the next one no more, and stays said: nothing else says that the two met today. */
function appointmentSentence(
  t: TFunction,
  startsAt: number,
  { today, zone, language, isNextOver }: HeaderWhere,
): string {
  if (isNextOver) return t('caseFile.todaysAppointment', { hour: hourText(startsAt, zone, language) });
  return t('caseFile.nextAppointment', { when: onAppointmentText(startsAt, today, zone, language) });
}
