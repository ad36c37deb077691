import { useTranslation } from 'react-i18next';
import type { Backup, BackupState } from '../../../shared/domain/backup/backup.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useTakeBackup } from './backup.queries.ts';
import '../../ui/setting-card.css';
import { momentText, onMomentText } from './moment-words.ts';

interface BackupStatusProps {
  readonly state: BackupState;
  readonly newest: Backup | null;
}

/** How the copies are doing, and one more when one wants. */
export function BackupStatus({ state, newest }: BackupStatusProps) {
  const { t, i18n } = useTranslation();
  const take = useTakeBackup();
  const isTaking = state.isTaking || take.isPending;
  const onTake = (): void => {
    take.mutate(undefined, {
      onSuccess: ({ bytes }) => showToast(t('backup.taken', { size: bytesText(bytes, i18n.language) })),
    });
  };
  return (
    <section className="card setting-card">
      <h2>{t('backup.title')}</h2>
      <p className="quiet">{t('backup.text')}</p>
      <dl className="facts">
        <dt>{t('backup.last')}</dt>
        <dd>{newest === null ? t('backup.lastNone') : momentText(t, newest.takenAt, i18n.language)}</dd>
        <dt>{t('backup.integrity')}</dt>
        <dd>
          <Integrity state={state} />
        </dd>
      </dl>
      {state.isKeyringRepaired ? <p className="setting-warning">{t('backup.keyring')}</p> : null}
      {state.lastFailed === null || isTaking ? null : (
        <p className="setting-warning" role="status">
          <strong>{t('backup.lastFailed')}</strong> {t(`backup.failures.${state.lastFailed}`)}
        </p>
      )}
      {take.error === null ? null : <ErrorState error={take.error} />}
      {isTaking ? (
        <ProgressPanel label={t('backup.taking')} detail={t('backup.takingDetail')} share={null} />
      ) : (
        <div className="setting-actions">
          <Button kind="primary" onClick={onTake}>
            {t('backup.take')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Integrity({ state }: { readonly state: BackupState }) {
  const { t, i18n } = useTranslation();
  const { integrity, checkedAt } = state;
  if (integrity === 'damaged') return <span className="setting-warning">{t('backup.integrities.damaged')}</span>;
  if (integrity !== 'whole') return t(`backup.integrities.${integrity}`);
  if (checkedAt === null) return t('backup.integrities.wholeUndated');
  return t('backup.integrities.whole', { when: onMomentText(t, checkedAt, i18n.language) });
}
