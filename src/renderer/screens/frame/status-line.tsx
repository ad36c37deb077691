import { useTranslation } from 'react-i18next';
import { DataVintages } from '../../features/workspace/data-vintages.tsx';
import type { ScreenName } from '../../platform/location.ts';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';

interface StatusLineProps {
  readonly manifest: Manifest | null;
  readonly screen: ScreenName;
}

function keysHint(screen: ScreenName): 'keysOfList' | 'keysOfPortfolio' | 'keysOfDay' | 'keys' {
  if (screen === 'employers') return 'keysOfList';
  if (screen === 'day') return 'keysOfDay';
  return screen === 'portfolio' ? 'keysOfPortfolio' : 'keys';
}

export function StatusLine({ manifest, screen }: StatusLineProps) {
  const { t } = useTranslation();
  return (
    <footer className="status-line">
      <span className="status-saved">{t('status.saved')}</span>
      <span className="status-vintages">{manifest === null ? null : <DataVintages manifest={manifest} />}</span>
      <span className="status-keys" aria-hidden="true">
        {t(`status.${keysHint(screen)}`)}
      </span>
    </footer>
  );
}
