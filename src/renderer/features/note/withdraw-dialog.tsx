import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { NOTE_WHY_MAX_CHARACTERS } from '../../../shared/domain/note/note.ts';
import { commit } from '../../platform/commit.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMutation } from '@tanstack/react-query';

interface WithdrawDialogProps {
  /** Null when nothing is asked. */
  readonly note: Note | null;
  readonly onClose: () => void;
  readonly onWithdrawn: () => void;
}

/** Before a note is taken back: why, in one sentence. It is read with the note, which stays in the file. */
export function WithdrawDialog({ note, onClose, onWithdrawn }: WithdrawDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('note.withdrawing.title')} isOpen={note !== null} onClose={onClose} focus="content">
      {note === null ? null : <WithdrawForm note={note} onWithdrawn={onWithdrawn} />}
    </Dialog>
  );
}

function WithdrawForm({ note, onWithdrawn }: { readonly note: Note; readonly onWithdrawn: () => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const isMissing = why.trim() === '';
  const withdraw = useMutation({
    mutationFn: () =>
      commit('note.withdraw', {
        ...{ caseId: note.caseId, noteId: note.id, why: why.trim(), baseRevision: note.revision },
      }),
    onSuccess: onWithdrawn,
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (!isMissing && !withdraw.isPending) withdraw.mutate();
      }}
    >
      <p>{t('note.withdrawing.text')}</p>
      <TextField
        label={t('note.withdrawing.why')}
        data-autofocus
        spellCheck
        maxLength={NOTE_WHY_MAX_CHARACTERS}
        value={why}
        error={isChecked && isMissing ? t('note.withdrawing.whyMissing') : null}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <FormActions error={withdraw.error} isPending={withdraw.isPending} submit={t('note.withdrawing.yes')} />
    </form>
  );
}
