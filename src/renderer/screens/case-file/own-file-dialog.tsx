import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { accessesOf } from '../../features/hand-over/hand-over.queries.ts';
import { type LeavingPaper, PaperOut } from '../../features/paper/paper-out.tsx';
import { asApiError, call } from '../../platform/api.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { filePaper } from './file-paper.ts';
import type { LeavingFile } from './use-leaving.ts';

const LEAST_REASON_CHARACTERS = 3;

interface OwnFileDialogProps {
  readonly file: CaseFile;
  readonly isOpen: boolean;
  readonly leaving: LeavingFile;
  readonly onClose: () => void;
}

/** What the person may ask of their file: who read it, and the whole of it. */
export function OwnFileDialog({ isOpen, ...own }: OwnFileDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('ownFile.title')} isOpen={isOpen} onClose={own.onClose} focus="content">
      <OwnFile {...own} />
    </Dialog>
  );
}

function OwnFile({ file, leaving, onClose }: Omit<OwnFileDialogProps, 'isOpen'>) {
  const { t, i18n } = useTranslation();
  const { id: caseId } = file;
  const client = useQueryClient();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [out, setOut] = useState<LeavingPaper | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isShort = reason.trim().length < LEAST_REASON_CHARACTERS;
  const tell = (error: unknown): void => showToast(t(`errors.${asApiError(error).code}`));

  /** Where there is a reason, and once the precautions are read. */
  const leave = (run: (why: string) => Promise<void>): void => {
    setIsChecked(true);
    if (isShort) field.current?.focus();
    else leaving.ask('file', () => void run(reason.trim()).catch(tell));
  };
  const savePage = (): void =>
    leave(async (why) => {
      const data = await call('caseFile.compile', { caseId });
      const paper = filePaper(i18n.getFixedT('fr'), data, { today, zone: localZone(), reason: why });
      setOut({ caseId, kind: 'file', paper, isLarge: false, medium: 'pdf', reason: why });
    });
  const saveData = (): void =>
    leave(async (why) => {
      const { isSaved } = await call('caseFile.exportData', { caseId, reason: why });
      await client.invalidateQueries({ queryKey: accessesOf(caseId).queryKey });
      if (isSaved) showToast(t('ownFile.dataSaved'));
      if (isSaved) onClose();
    });
  const onEnd = useCallback(
    (isDone: boolean) => {
      setOut(null);
      void client.invalidateQueries({ queryKey: accessesOf(caseId).queryKey });
      if (isDone) onClose();
    },
    [client, caseId, onClose],
  );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    savePage();
  };
  return (
    <div className="form">
      <form className="form" onSubmit={submit} noValidate>
        <p>{t('ownFile.content')}</p>
        <TextField
          label={t('export.reason')}
          hint={t('ownFile.reasonHint')}
          ref={field}
          data-autofocus
          value={reason}
          maxLength={200}
          error={isChecked && isShort ? t('export.reasonMissing') : null}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('ownFile.page')}
          </Button>
          <Button onClick={saveData}>{t('ownFile.data')}</Button>
        </div>
      </form>
      <PaperOut leaving={out} onEnd={onEnd} />
    </div>
  );
}
