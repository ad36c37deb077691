import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/domain/backup/backup.schema.ts';
import { type JustRestored, RepairedNotice, RestoredNotice } from '../../features/backup/aftermath.tsx';
import { backupList, forgetFormerFiles } from '../../features/backup/backup.queries.ts';
import { BackupStatus } from '../../features/backup/backup-status.tsx';
import { BackupTable } from '../../features/backup/backup-table.tsx';
import { tellRepair, useLastRepair } from '../../features/backup/last-repair.ts';
import { RestoreDialog } from '../../features/backup/restore-dialog.tsx';
import { showSection } from '../../features/settings/sections.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';

/** The copies of the case files: how they are doing, and the way back to one of them. */
export function BackupsSection() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(backupList);
  const repaired = useLastRepair();
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [restored, setRestored] = useState<JustRestored | null>(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <section className="card">
        <Skeleton width="60%" />
      </section>
    );
  }
  return (
    <>
      {repaired === null ? null : <RepairedNotice repaired={repaired} onRead={() => tellRepair(null)} />}
      {restored === null ? null : (
        <RestoredNotice restored={restored} onUndo={setChosen} onRead={() => setRestored(null)} />
      )}
      <BackupStatus state={data.state} newest={data.copies[0] ?? null} />
      <BackupTable copies={data.copies} onRestore={setChosen} />
      {chosen === null ? null : (
        <RestoreDialog
          copy={chosen}
          onClose={() => setChosen(null)}
          onRestored={(outcome) => {
            forgetFormerFiles(client);
            // All is forgotten but this: what was done is told where it was asked.
            showSection('backups');
            setChosen(null);
            setRestored({ copy: chosen, outcome });
            showToast(t('backup.restoredToast'));
          }}
        />
      )}
    </>
  );
}
