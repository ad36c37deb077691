import { useTranslation } from 'react-i18next';
import type { WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { type TryDemonstration, useOpenWorkspace } from '../../features/workspace/workspace.queries.ts';
import { TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

interface ElsewhereProps {
  readonly status: WorkspaceStatus;
  readonly tryDemonstration: TryDemonstration;
  /** Null where one's own space is being created already. */
  readonly onCreate: (() => void) | null;
}

/** The way to the other workspace of this workstation. */
export function Elsewhere({ status, tryDemonstration, onCreate }: ElsewhereProps) {
  const { t } = useTranslation();
  const open = useOpenWorkspace();
  const isDemonstration = status.current === 'demonstration';
  const hasOwn = status.available.includes('own');
  const error = open.error ?? tryDemonstration.error;
  const goToDemonstration = (): void => {
    if (status.available.includes('demonstration')) open.mutate('demonstration');
    else tryDemonstration.mutate();
  };
  return (
    <>
      <p className="gate-elsewhere">
        {isDemonstration ? (
          <>
            <span>{t('access.elsewhere.inDemonstration')}</span>
            {hasOwn ? (
              <TextButton onClick={() => open.mutate('own')}>{t('access.elsewhere.openOwn')}</TextButton>
            ) : null}
            {hasOwn || onCreate === null ? null : (
              <TextButton onClick={onCreate}>{t('access.elsewhere.create')}</TextButton>
            )}
          </>
        ) : (
          <TextButton onClick={goToDemonstration}>{t('access.elsewhere.openDemonstration')}</TextButton>
        )}
      </p>
      {error === null ? null : <ErrorState error={error} />}
    </>
  );
}
