import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DataFolderStatus, OfferedPlace } from '../../../shared/domain/data-folder/data-folder.schema.ts';
import { bytesText } from '../../i18n/formats.ts';
import { copyText } from '../../platform/clipboard.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import '../../ui/setting-card.css';
import './data-folder.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import { dataFolderStatus, useChoosePlace, useDataFolderEvents, useMove } from './data-folder.queries.ts';
import { MoveEnd, MoveProgress } from './move-progress.tsx';
import { OfferedPlacePanel } from './offered-place.tsx';

/** Where the data of this workstation are, and the way to put them elsewhere. */
export function DataFolderCard() {
  const { t } = useTranslation();
  const { data: status, error, refetch } = useQuery(dataFolderStatus);
  useDataFolderEvents();
  return (
    <section className="card setting-card">
      <h2>{t('dataFolder.title')}</h2>
      <p className="quiet">{t('dataFolder.text')}</p>
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {status === undefined ? <Skeleton width="60%" /> : <FolderFacts status={status} />}
      {status === undefined ? null : <Moving status={status} />}
    </section>
  );
}

function FolderFacts({ status }: { readonly status: DataFolderStatus }) {
  const { t, i18n } = useTranslation();
  const { path, isDefault, bytes, freeBytes } = status;
  const copy = async (): Promise<void> => {
    showToast((await copyText(path)) ? t('dataFolder.pathCopied') : t('ui.copyFailed'));
  };
  return (
    <dl className="facts">
      <dt>{t('dataFolder.path')}</dt>
      <dd className="folder-line">
        <code className="folder-path">{path}</code>
        {isDefault ? <span className="quiet">{t('dataFolder.isDefault')}</span> : null}
        <TextButton onClick={() => void copy()}>{t('dataFolder.copyPath')}</TextButton>
      </dd>
      <dt>{t('dataFolder.size')}</dt>
      <dd>{bytesText(bytes, i18n.language)}</dd>
      <dt>{t('dataFolder.free')}</dt>
      <dd>{freeBytes === null ? t('dataFolder.freeUnknown') : bytesText(freeBytes, i18n.language)}</dd>
    </dl>
  );
}

/** Choose, see whether the data can go there, move, follow, stop. */
function Moving({ status }: { readonly status: DataFolderStatus }) {
  const { t } = useTranslation();
  const choose = useChoosePlace();
  const move = useMove();
  const offered: OfferedPlace | null = choose.data ?? null;
  if (status.move.state === 'running') return <MoveProgress move={status.move} />;
  if (offered !== null) {
    return (
      <OfferedPlacePanel
        place={offered}
        isStarting={move.isPending}
        error={move.error}
        onStart={() => move.mutate(offered.folderId, { onSuccess: () => choose.reset() })}
        onChoose={() => choose.mutate()}
        onLeave={() => {
          choose.reset();
          move.reset();
        }}
      />
    );
  }
  return (
    <>
      <MoveEnd move={status.move} />
      {choose.error === null ? null : <ErrorState error={choose.error} />}
      {status.isMovable ? null : <p className="quiet">{t('dataFolder.notMovable')}</p>}
      <div className="setting-actions">
        <Button disabled={!status.isMovable || choose.isPending} onClick={() => choose.mutate()}>
          {t('dataFolder.move')}
        </Button>
      </div>
    </>
  );
}
