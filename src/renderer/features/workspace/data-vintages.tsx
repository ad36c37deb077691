import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { vintageOf, vintageText } from '../../i18n/words.ts';

/** "Entreprises : juin 2026. Métiers : ROME 3.47, 2021." */
export function DataVintages({ manifest }: { readonly manifest: Manifest }) {
  const { t, i18n } = useTranslation();
  const words = {
    employers: vintageText(t, vintageOf(manifest, 'establishments') ?? '', i18n.language),
    occupations: vintageText(t, vintageOf(manifest, 'rome-occupations') ?? '', i18n.language),
  };
  return <span>{t('status.vintages', words)}</span>;
}
