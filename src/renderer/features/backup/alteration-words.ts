import type { TFunction } from 'i18next';
import type { Alteration } from '../../../shared/domain/backup/backup.schema.ts';

/** What happened, what was kept, what to do. */
export function alterationText(t: TFunction, { why }: Alteration): string {
  return `${t(`backup.altered.${why}`)} ${t('backup.alteredKept')} ${t('backup.alteredToDo')}`;
}
