import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { CLOSING_REASONS } from '../../../shared/domain/case-file/case-file.ts';
import type { CaseFile, ClosingReason, Outcome } from '../../../shared/domain/case-file/case-file.schema.ts';
import { fullDayText } from '../../i18n/dates.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { outcomesFor } from './closing-choices.ts';
import './closing.css';

interface CloseDialogProps {
  readonly file: CaseFile;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
  /** What stays promised: it is seen before the file is closed. */
  readonly children: ReactNode;
}

/** Closes a file: when, why, what the support ended in. Nothing is chosen beforehand (R1). */
export function CloseDialog({ isOpen, ...form }: CloseDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('closing.title')}
      isOpen={isOpen}
      onClose={form.onClose}
      focus="content"
      closeLabel={t('closing.giveUp')}
    >
      <CloseForm {...form} />
    </Dialog>
  );
}

type CloseInput = Omit<CallInput<'caseFile.close'>, 'commandId'>;

function CloseForm({ file, onClose, onDone, children }: Omit<CloseDialogProps, 'isOpen'>) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState<ClosingReason | ''>('');
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [isChecked, setIsChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const commandIdOf = useCommandIds();
  const close = useMutation({
    mutationFn: (asked: CloseInput) => call('caseFile.close', { ...asked, commandId: commandIdOf(asked) }),
    onSuccess: ({ opId }) => {
      onClose();
      onDone(opId, t('closing.done'));
    },
  });
  const choose = (next: ClosingReason | ''): void => {
    setReason(next);
    if (outcome !== '' && !outcomesFor(next).includes(outcome)) setOutcome('');
  };
  const isDayWrong = on === '' || on > today;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isDayWrong || reason === '' || outcome === '') {
      const wrong = isDayWrong ? 'day' : reason === '' ? 'reason' : 'outcome';
      form.current?.querySelector<HTMLElement>(`[data-part="${wrong}"] input`)?.focus();
      return;
    }
    if (!close.isPending) close.mutate({ caseId: file.id, on, reason, outcome, baseRevision: file.revision });
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      {children}
      <div className="closing-day" data-part="day">
        <TextField
          label={t('closing.on')}
          type="date"
          max={today}
          data-autofocus
          hint={on === '' ? undefined : fullDayText(on, i18n.language)}
          error={isChecked && isDayWrong ? t('closing.dayWrong') : null}
          value={on}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      </div>
      <div data-part="reason">
        <Segmented<ClosingReason | ''>
          label={t('closing.reason')}
          choices={CLOSING_REASONS.map((value) => ({ value, label: t(`caseFile.closingReasonChoices.${value}`) }))}
          chosen={reason}
          onChoose={choose}
        />
        {isChecked && reason === '' ? <p className="field-error">{t('closing.reasonMissing')}</p> : null}
      </div>
      <div data-part="outcome">
        <Segmented<Outcome | ''>
          label={t('closing.outcome')}
          choices={outcomesFor(reason).map((value) => ({ value, label: t(`caseFile.outcomes.${value}`) }))}
          chosen={outcome}
          onChoose={setOutcome}
        />
        {isChecked && outcome === '' ? <p className="field-error">{t('closing.outcomeMissing')}</p> : null}
      </div>
      <p className="quiet">{t('closing.after')}</p>
      <FormActions error={close.error} isPending={close.isPending} submit={t('closing.submit')} />
    </form>
  );
}
