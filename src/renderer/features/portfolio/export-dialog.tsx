import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useExportPortfolio } from './portfolio.queries.ts';

const LEAST_REASON_CHARACTERS = 3;
const IN_THE_FILE = ['name', 'project', 'nextAppointment'] as const;

interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('export.title')} isOpen={isOpen} onClose={onClose} focus="content">
      <ExportForm onClose={onClose} />
    </Dialog>
  );
}

/** A list of people leaves the application: what is in it, and why. */
function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const save = useExportPortfolio();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isShort = reason.trim().length < LEAST_REASON_CHARACTERS;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isShort) field.current?.focus();
    if (isShort || save.isPending) return;
    save.mutate(reason.trim(), {
      onSuccess: ({ isSaved, count }) => {
        if (!isSaved) return;
        showToast(t('export.saved', { count, n: numberText(count, i18n.language) }));
        onClose();
      },
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div>
        <p>{t('export.content')}</p>
        <ul className="plain-list">
          {IN_THE_FILE.map((item) => (
            <li key={item}>{t(`export.items.${item}`)}</li>
          ))}
        </ul>
      </div>
      <p className="quiet">{t('export.logged')}</p>
      <TextField
        ref={field}
        label={t('export.reason')}
        hint={t('export.reasonHint')}
        data-autofocus
        maxLength={200}
        value={reason}
        error={isChecked && isShort ? t('export.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {save.error === null ? null : <ErrorState error={save.error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={save.isPending}>
          {t('export.submit')}
        </Button>
      </div>
    </form>
  );
}
