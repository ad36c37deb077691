import type { TFunction } from 'i18next';
import { asApiError } from '../platform/api.ts';
import { go } from '../platform/location.ts';
import type { ComboFailure } from './combo-field.tsx';

/** A lookup that failed, in the words of its code; where there are no data yet, the way to them. */
export function comboFailure(t: TFunction, error: unknown): ComboFailure | null {
  if (error === null) return null;
  const { code } = asApiError(error);
  if (code !== 'NO_DATASET') return { text: t(`errors.${code}`), way: null };
  return { text: t('ui.noData'), way: { label: t('data.goThere'), run: () => go({ screen: 'data' }) } };
}
