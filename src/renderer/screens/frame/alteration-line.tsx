import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alterationText } from '../../features/backup/alteration-words.ts';
import { backupList, useBackupEvents } from '../../features/backup/backup.queries.ts';
import { openSettings } from '../../features/settings/sections.ts';
import { TextButton } from '../../ui/button.tsx';

/** On every screen until the log is found as it was written: somebody wrote in the case files without the application. */
export function AlterationLine() {
  const { t } = useTranslation();
  const { data } = useQuery(backupList);
  useBackupEvents();
  const alteration = data?.state.alteration ?? null;
  if (alteration === null) return null;
  return (
    <div className="stand-in-line" role="alert">
      <span>{alterationText(t, alteration)}</span>
      <TextButton onClick={() => openSettings('backups')}>{t('backup.alteredCopies')}</TextButton>
    </div>
  );
}
