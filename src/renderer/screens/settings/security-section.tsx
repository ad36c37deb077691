import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { accessStatus } from '../../features/access/access.queries.ts';
import { ChangePassphrase } from '../../features/access/change-passphrase.tsx';
import { RecoveryCode } from '../../features/access/recovery-code.tsx';
import { IdleSetting } from '../../features/settings/idle-setting.tsx';
import '../../ui/setting-card.css';

/** What keeps one's case files to oneself: the passphrase, the lock, the code de secours. */
export function SecuritySection() {
  const { t } = useTranslation();
  const { data: access } = useQuery(accessStatus);
  const session = access?.session ?? null;
  const listed = access?.accounts.find(({ id }) => id === session?.id);
  if (session === null || listed === undefined) return null;
  const isDemonstration = listed.demonstrationPassphrase !== null;
  return (
    <>
      {isDemonstration ? (
        <section className="card setting-card">
          <h2>{t('access.change.title')}</h2>
          <p className="quiet">{t('access.change.inDemonstration')}</p>
        </section>
      ) : (
        <>
          <ChangePassphrase account={session} />
          <section className="card setting-card">
            <h2>{t('access.code.title')}</h2>
            <p className="quiet">{t('access.code.text')}</p>
            <RecoveryCode account={session} hasCode={listed.hasRecoveryCode} />
          </section>
        </>
      )}
      <IdleSetting />
    </>
  );
}
