import { useTranslation } from 'react-i18next';
import { useIsStandIn } from '../../features/dataset/dataset.queries.ts';
import type { WorkspaceName } from '../../../shared/domain/workspace/workspace.schema.ts';
import { go, useLocation } from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';

/** On every screen: these are not the person's own data, which could not be opened. */
export function StandInLine({ current }: { readonly current: WorkspaceName }) {
  const { t } = useTranslation();
  const { screen } = useLocation();
  if (!useIsStandIn(current)) return null;
  return (
    <div className="stand-in-line" role="status">
      <span>{t('frame.ownUnreadable')}</span>
      {screen === 'data' ? null : <TextButton onClick={() => go({ screen: 'data' })}>{t('data.goThere')}</TextButton>}
    </div>
  );
}
