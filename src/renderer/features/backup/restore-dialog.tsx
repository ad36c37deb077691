import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Backup, BackupPreview } from '../../../shared/domain/backup/backup.schema.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { bytesText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { backupPreview, useRestore } from './backup.queries.ts';
import '../../ui/setting-card.css';
import './backup.css';
import { LostLine, LostPanel } from './lost-panel.tsx';

export type Restored = CallOutput<'backup.restore'>;

interface RestoreDialogProps {
  readonly copy: Backup;
  readonly onClose: () => void;
  readonly onRestored: (restored: Restored) => void;
}

/** Going back to a copy, in two steps: what would be lost is read first, then confirmed. */
export function RestoreDialog({ copy, onClose, onRestored }: RestoreDialogProps) {
  const { t, i18n } = useTranslation();
  const restore = useRestore();
  const [isConfirming, setIsConfirming] = useState(false);
  const { data: preview, error, refetch, isFetching } = useQuery(backupPreview(copy.backupId));
  const close = (): void => {
    if (!restore.isPending) onClose();
  };
  const words = {
    when: fullMomentText(copy.takenAt, localZone(), i18n.language),
    why: t(`backup.kinds.${copy.kind}`),
    size: bytesText(copy.bytes, i18n.language),
  };
  return (
    <Dialog title={t('backup.dialog')} isOpen onClose={close}>
      <div className="restore">
        <p className="quiet">{t('backup.dialogOf', words)}</p>
        {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
        {preview === undefined || isFetching ? <Looking isShown={error === null} /> : null}
        {preview !== undefined && !isFetching && !isConfirming ? (
          <>
            <LostPanel preview={preview} />
            <div className="form-actions">
              <Button onClick={() => setIsConfirming(true)}>{t('backup.next')}</Button>
              <Button kind="quiet" onClick={close}>
                {t('backup.stay')}
              </Button>
            </div>
          </>
        ) : null}
        {preview !== undefined && !isFetching && isConfirming ? (
          <Confirm
            preview={preview}
            isPending={restore.isPending}
            error={restore.error}
            onBack={() => setIsConfirming(false)}
            onConfirm={() => restore.mutate(copy.backupId, { onSuccess: onRestored })}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

function Looking({ isShown }: { readonly isShown: boolean }) {
  const { t } = useTranslation();
  if (!isShown) return null;
  return (
    <div className="restore" role="status">
      <span className="quiet">{t('backup.looking')}</span>
      <Skeleton width="70%" />
      <Skeleton width="45%" />
    </div>
  );
}

interface ConfirmProps {
  readonly preview: BackupPreview;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

function Confirm({ preview, isPending, error, onBack, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  const [hasRead, setHasRead] = useState(false);
  return (
    <>
      <LostLine lost={preview.lost} />
      <p>{t('backup.confirm')}</p>
      <label className="check-line">
        <input
          type="checkbox"
          autoFocus
          checked={hasRead}
          disabled={isPending}
          onChange={(event) => setHasRead(event.currentTarget.checked)}
        />
        {t('backup.confirmRead')}
      </label>
      {error === null ? null : <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" disabled={!hasRead || isPending} onClick={onConfirm}>
          {isPending ? t('backup.restoring') : t('backup.confirmAct')}
        </Button>
        <Button kind="quiet" disabled={isPending} onClick={onBack}>
          {t('backup.goBack')}
        </Button>
      </div>
    </>
  );
}
