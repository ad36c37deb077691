import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceName, WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { CorrectionCard } from '../../features/correction/correction-card.tsx';
import { importState } from '../../features/dataset/dataset.queries.ts';
import { DatasetCounts } from '../../features/dataset/dataset-counts.tsx';
import { FreshnessCard } from '../../features/dataset/freshness-card.tsx';
import { SourcesTable } from '../../features/dataset/sources-table.tsx';
import { useOpenWorkspace } from '../../features/workspace/workspace.queries.ts';
import { dayText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportCard } from './import-card.tsx';
import { ReportCard } from './report-card.tsx';

/** Data imported from the demonstration are one's own: they open, once what was being typed is kept. */
function useOpensWhatItImported(current: WorkspaceName, open: () => void): void {
  const { data: state } = useQuery(importState);
  const wasRunning = useRef(false);
  const onEnd = useEffectEvent(() => {
    if (current === 'demonstration') open();
  });
  useEffect(() => {
    if (wasRunning.current && state?.state === 'done') onEnd();
    wasRunning.current = state?.state === 'running';
  }, [state]);
}

export function DataScreen({ status }: { readonly status: WorkspaceStatus }) {
  const { t, i18n } = useTranslation();
  const [now] = useState(() => Date.now());
  const openWorkspace = useOpenWorkspace();
  const { current, manifest } = status;
  const other = current === 'demonstration' ? 'own' : 'demonstration';
  const canSwitch = status.available.includes(other);
  useOpensWhatItImported(current, () => openWorkspace.mutate('own'));
  const subtitle =
    manifest === null
      ? t(`workspace.${current}.text`)
      : t('workspace.made', {
          text: t(`workspace.${current}.text`),
          day: dayText(manifest.createdOn, i18n.language),
          version: manifest.version,
        });
  return (
    <div className="page" data-width="wide">
      <PageHeader title={t(`workspace.${current}.title`)} subtitle={subtitle}>
        {canSwitch ? (
          <Button onClick={() => openWorkspace.mutate(other)} disabled={openWorkspace.isPending}>
            {t(`workspace.${other}.open`)}
          </Button>
        ) : null}
      </PageHeader>
      {openWorkspace.error === null ? null : <ErrorState error={openWorkspace.error} />}
      <ImportCard isOwn={current === 'own'} />
      <CorrectionCard />
      {current === 'own' ? <ReportCard /> : null}
      {manifest === null ? (
        <EmptyState title={t('data.emptyTitle')} text={t('data.emptyText')} />
      ) : (
        <>
          <FreshnessCard manifest={manifest} now={now} />
          <DatasetCounts manifest={manifest} />
          <SourcesTable manifest={manifest} now={now} />
        </>
      )}
    </div>
  );
}
