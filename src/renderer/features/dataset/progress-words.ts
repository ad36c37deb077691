import type { TFunction } from 'i18next';
import type { Progress } from '../../../shared/domain/dataset/dataset.schema.ts';

/** What a long work is doing now, as a label and a line of detail. */
export function progressWords(t: TFunction, progress: Progress | null) {
  if (progress === null) return { detail: null, share: null };
  const step = t(`progress.${progress.step}`);
  const detail = progress.file === null ? step : t('progress.withFile', { step, file: progress.file });
  return { detail, share: progress.total > 0 ? progress.done / progress.total : null };
}
