import type { TFunction } from 'i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { dayText } from '../../i18n/formats.ts';

/** How long the file is kept: as long as the support lasts, then until a day. */
export function retentionText(t: TFunction, { retention }: Pick<CaseFile, 'retention'>, language: string): string {
  const { eraseAfter, next } = retention;
  if (eraseAfter === null) return t('retention.open');
  const words = next.find(({ what, on }) => what === 'words' && on < eraseAfter);
  const day = dayText(eraseAfter, language);
  if (words === undefined) return t('retention.until', { day });
  return t('retention.wordsThenFile', { words: dayText(words.on, language), day });
}
