import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproachRow, Reminder } from '../../../shared/domain/approach/approach.schema.ts';
import { useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { NextFields, type NextKind, usualDay } from './next-fields.tsx';

interface RemindDialogProps {
  /** Null while nothing is said. */
  readonly row: ApproachRow | null;
  readonly onClose: () => void;
  readonly onRemind: (row: ApproachRow, next: Reminder | null) => void;
}

/** What is waited for of an employer, and until when, where nothing else happened. */
export function RemindDialog({ row, onClose, onRemind }: RemindDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('approach.remind.title', { name: row?.name ?? '' })}
      isOpen={row !== null}
      onClose={onClose}
      focus="content"
    >
      {row === null ? null : (
        <RemindForm
          key={row.decisionId}
          before={row.reminder}
          onRemind={(next) => {
            onClose();
            onRemind(row, next);
          }}
        />
      )}
    </Dialog>
  );
}

interface RemindFormProps {
  readonly before: Reminder | null;
  readonly onRemind: (next: Reminder | null) => void;
}

function RemindForm({ before, onRemind }: RemindFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [kind, setKind] = useState<NextKind>(before?.kind ?? 'call-back');
  const [on, setOn] = useState<string>(before?.on ?? usualDay(today));
  const [isChecked, setIsChecked] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (kind === 'none') onRemind(null);
    else if (on !== '') onRemind({ kind, on });
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <NextFields {...{ kind, on, isChecked }} hasFirstFocus onKind={setKind} onDay={setOn} />
      <FormActions error={null} isPending={false} submit={t('approach.dialog.save')} />
    </form>
  );
}
