import type { TFunction } from 'i18next';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, nearDayText, onDayText } from '../../i18n/dates.ts';
import { localZone, today } from '../../platform/today.ts';

/** "aujourd’hui, 9 h 02", "hier, 18 h", "12 novembre, 14 h 30". */
export function momentText(t: TFunction, instant: number, language: string): string {
  return withHour(t, instant, nearDayText(dayOf(instant), today(), language), language);
}

/** The same in a sentence: "le 12 novembre, 14 h 30". */
export function onMomentText(t: TFunction, instant: number, language: string): string {
  return withHour(t, instant, onDayText(dayOf(instant), today(), language), language);
}

function withHour(t: TFunction, instant: number, day: string, language: string): string {
  return t('backup.moment', { day, hour: hourText(instant, localZone(), language) });
}

function dayOf(instant: number): string {
  return localDateAt(instant, localZone());
}
