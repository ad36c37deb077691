import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { APPROACH_AUTHORS, APPROACH_STEPS } from '../../../shared/domain/approach/approach.ts';
import { isOver, nextStep } from '../../../shared/domain/approach/approach.rules.ts';
import type { ApproachMove, ApproachRow } from '../../../shared/domain/approach/approach.schema.ts';
import { useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NextFields, type NextKind, usualDay } from './next-fields.tsx';

interface StepDialogProps {
  /** Null while nothing is said. */
  readonly row: ApproachRow | null;
  /** A closed file waits for nothing more. */
  readonly isClosed: boolean;
  readonly onClose: () => void;
  readonly onMove: (row: ApproachRow, move: ApproachMove) => void;
}

/** What happened with an employer, on which day, by whom, and what is waited for: any step, in any order. */
export function StepDialog({ row, isClosed, onClose, onMove }: StepDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('approach.dialog.title', { name: row?.name ?? '' })}
      isOpen={row !== null}
      onClose={onClose}
      focus="content"
    >
      {row === null ? null : (
        <StepForm
          key={row.decisionId}
          row={row}
          isClosed={isClosed}
          onMove={(move) => {
            onClose();
            onMove(row, move);
          }}
        />
      )}
    </Dialog>
  );
}

interface StepFormProps {
  readonly row: ApproachRow;
  readonly isClosed: boolean;
  readonly onMove: (move: ApproachMove) => void;
}

function StepForm({ row, isClosed, onMove }: StepFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [step, setStep] = useState<ApproachMove['step']>(nextStep(row.stage) ?? 'contacted');
  const [on, setOn] = useState<string>(today);
  const [by, setBy] = useState<ApproachMove['by']>('person');
  const [kind, setKind] = useState<NextKind>('none');
  const [nextOn, setNextOn] = useState<string>(usualDay(today));
  const [isChecked, setIsChecked] = useState(false);
  const mayWait = !isClosed && !isOver(step);
  const isWaiting = mayWait && kind !== 'none';
  const isDayWrong = on === '' || on > today;
  const isNextMissing = isWaiting && nextOn === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isDayWrong || isNextMissing) return;
    onMove({ step, on, by, next: isWaiting ? { kind, on: nextOn } : null });
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Segmented
        label={t('approach.dialog.step')}
        choices={APPROACH_STEPS.map((value) => ({ value, label: t(`approach.stages.${value}`) }))}
        chosen={step}
        hasFirstFocus
        onChoose={setStep}
      />
      <div className="form-row">
        <TextField
          type="date"
          label={t('approach.dialog.on')}
          max={today}
          value={on}
          error={isChecked && isDayWrong ? t('approach.dialog.dayWrong') : null}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
        <Segmented
          label={t('approach.dialog.by')}
          choices={APPROACH_AUTHORS.map((value) => ({ value, label: t(`approach.by.${value}`) }))}
          chosen={by}
          onChoose={setBy}
        />
      </div>
      {mayWait ? <NextFields {...{ kind, isChecked }} on={nextOn} onKind={setKind} onDay={setNextOn} /> : null}
      <FormActions error={null} isPending={false} submit={t('approach.dialog.save')} />
    </form>
  );
}
