import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importState, useCancelImport, useStartImport } from '../../features/dataset/dataset.queries.ts';
import { FolderPreviewPanel } from '../../features/dataset/folder-preview.tsx';
import { offerFolder, useOfferedFolder } from '../../features/dataset/offered-folder.ts';
import { progressWords } from '../../features/dataset/progress-words.ts';
import { ERROR_CODES, type ErrorCode } from '../../../shared/kernel/app-error.ts';
import { ApiError, call } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';

function codeOf(text: string): ErrorCode {
  return ERROR_CODES.find((code) => code === text) ?? 'INTERNAL';
}

/** From a folder to the data in use: choose or drop, see what was recognised, start, follow, stop. */
export function ImportCard({ isOwn }: { readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const { data: state } = useQuery(importState);
  const offered = useOfferedFolder();
  const start = useStartImport();
  const cancel = useCancelImport();
  const choose = useMutation({
    mutationFn: () => call('dataset.chooseFolder', {}),
    onSuccess: (preview) => {
      if (preview !== null) offerFolder(preview);
    },
  });
  const isRunning = state?.state === 'running';
  const onStart = (folderId: string): void => {
    start.mutate(folderId, { onSuccess: () => offerFolder(null) });
  };
  return (
    <section className="card">
      <h2>{t('import.title')}</h2>
      {isRunning ? (
        <ProgressPanel
          label={t('import.running')}
          {...progressWords(t, state.progress)}
          onCancel={() => cancel.mutate()}
        />
      ) : null}
      {!isRunning && offered !== null ? (
        <FolderPreviewPanel
          preview={offered}
          onStart={() => onStart(offered.folderId)}
          onDiscard={() => offerFolder(null)}
          onChoose={() => choose.mutate()}
          isStarting={start.isPending}
        />
      ) : null}
      {!isRunning && offered === null ? (
        <div className="import-body">
          <p className="quiet">{t('import.text')}</p>
          {state?.state === 'cancelled' ? <p role="status">{t('import.cancelled')}</p> : null}
          {state?.state === 'done' && isOwn ? <p role="status">{t('import.done')}</p> : null}
          <div className="import-actions">
            <Button kind="primary" onClick={() => choose.mutate()} disabled={choose.isPending}>
              {t('import.choose')}
            </Button>
          </div>
        </div>
      ) : null}
      {choose.error === null ? null : <ErrorState error={choose.error} />}
      {start.error === null ? null : <ErrorState error={start.error} />}
      {state?.state === 'failed' && offered === null ? (
        <ErrorState
          error={new ApiError({ code: codeOf(state.code), message: state.message, details: state.details })}
        />
      ) : null}
    </section>
  );
}
