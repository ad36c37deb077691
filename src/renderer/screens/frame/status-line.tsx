import { useTranslation } from 'react-i18next';
import { DataVintages } from '../../features/workspace/data-vintages.tsx';
import { useLocation } from '../../platform/location.ts';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';

export function StatusLine({ manifest }: { readonly manifest: Manifest | null }) {
  const { t } = useTranslation();
  const { screen } = useLocation();
  return (
    <footer className="status-line">
      <span className="status-saved">{t('status.saved')}</span>
      <span className="status-vintages">{manifest === null ? null : <DataVintages manifest={manifest} />}</span>
      <span className="status-keys" aria-hidden="true">
        {screen === 'employers' ? t('status.keysOfList') : t('status.keys')}
      </span>
    </footer>
  );
}
