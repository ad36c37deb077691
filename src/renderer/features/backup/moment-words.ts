import type { TFunction } from 'i18next';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText, nearDayText } from '../../i18n/dates.ts';
import { localZone, today } from '../../platform/today.ts';

/** "aujourd’hui, 9 h 02", "hier, 18 h", "12 novembre, 14 h 30". */
export function momentText(t: TFunction, instant: number, language: string): string {
  const zone = localZone();
  return t('backup.moment', {
    day: nearDayText(localDateAt(instant, zone), today(), language),
    hour: hourText(instant, zone, language),
  });
}
