import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ABSENCE_REASONS,
  LONGEST_ABSENCE_DAYS,
  TRANSFER_REASONS,
  type AbsenceReason,
  type TransferReason,
} from '../../../shared/domain/hand-over/hand-over.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { fullDayText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './hand-over.css';
import { colleagues } from './hand-over.queries.ts';
import { type Giving, useGiving } from './use-giving.ts';

interface GiveDialogProps {
  /** Which files, and what they are called together: a name, or a count. */
  readonly caseIds: readonly string[];
  readonly what: string;
  /** Whose they are: nobody gives files to whom they have already. Null for one’s own. */
  readonly fromId?: string | null;
  /** A supervisor opens no file, and gives again rather than undo. */
  readonly mayUndo?: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** They were all given. */
  readonly onGiven: (isForGood: boolean) => void;
}

/** A colleague follows files for a while, or from now on. Nothing is chosen beforehand. */
export function GiveDialog({ isOpen, ...form }: GiveDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('handOver.give.title')} isOpen={isOpen} onClose={form.onClose} focus="content">
      <GiveForm {...form} />
    </Dialog>
  );
}

type HowLong = 'while' | 'good';

function GiveForm({ caseIds, what, fromId = null, mayUndo = true, onClose, onGiven }: Omit<GiveDialogProps, 'isOpen'>) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data = [] } = useQuery(colleagues);
  const others = data.filter(({ id }) => id !== fromId);
  const [howLong, setHowLong] = useState<HowLong | ''>('');
  const [toId, setToId] = useState('');
  const [absence, setAbsence] = useState<AbsenceReason | ''>('');
  const [transfer, setTransfer] = useState<TransferReason | ''>('');
  const [until, setUntil] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { giveAll, progress, error } = useGiving({ mayUndo });
  const isDayWrong = until < today || until > addDays(today, LONGEST_ABSENCE_DAYS);
  const asked = givingOf({ howLong, toId, absence, transfer, until: isDayWrong ? '' : until });
  const toName = others.find(({ id }) => id === toId)?.name ?? '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (asked === null) {
      form.current?.querySelector<HTMLElement>('[data-missing] input')?.focus();
      return;
    }
    const told = (count: number): string =>
      t('handOver.give.done', { count, n: numberText(count, i18n.language), name: toName });
    void giveAll(caseIds, asked, told).then((isAll) => {
      if (!isAll) return;
      onClose();
      onGiven(asked.until === null);
    });
  };
  const missing = (isMissing: boolean): { 'data-missing'?: true } =>
    isChecked && isMissing ? { 'data-missing': true } : {};
  const lacks = (isMissing: boolean, words: string) =>
    isChecked && isMissing ? <p className="field-error">{words}</p> : null;
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <p>{t('handOver.give.what', { what })}</p>
      {others.length === 0 ? <p className="quiet">{t('handOver.nobody')}</p> : null}
      <div {...missing(howLong === '')}>
        <Segmented<HowLong | ''>
          hasFirstFocus
          label={t('handOver.give.howLong')}
          choices={(['while', 'good'] as const).map((value) => ({ value, label: t(`handOver.give.lengths.${value}`) }))}
          chosen={howLong}
          onChoose={setHowLong}
        />
        {lacks(howLong === '', t('handOver.missing.howLong'))}
      </div>
      <div {...missing(toId === '')}>
        <Segmented
          label={t('handOver.give.to')}
          choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={toId}
          onChoose={setToId}
        />
        {lacks(toId === '', t('handOver.missing.to'))}
      </div>
      {howLong === 'while' ? (
        <>
          <div className="hand-over-day" {...missing(isDayWrong)}>
            <TextField
              label={t('handOver.until')}
              type="date"
              min={today}
              value={until}
              hint={until === '' || isDayWrong ? t('handOver.untilHint') : fullDayText(until, i18n.language)}
              error={isChecked && isDayWrong ? t('handOver.missing.until') : null}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </div>
          <div {...missing(absence === '')}>
            <Segmented<AbsenceReason | ''>
              label={t('handOver.why')}
              choices={ABSENCE_REASONS.map((value) => ({ value, label: t(`handOver.absences.${value}`) }))}
              chosen={absence}
              onChoose={setAbsence}
            />
            {lacks(absence === '', t('handOver.missing.why'))}
          </div>
        </>
      ) : null}
      {howLong === 'good' ? (
        <div {...missing(transfer === '')}>
          <Segmented<TransferReason | ''>
            label={t('handOver.why')}
            choices={TRANSFER_REASONS.map((value) => ({ value, label: t(`handOver.transfers.${value}`) }))}
            chosen={transfer}
            onChoose={setTransfer}
          />
          {lacks(transfer === '', t('handOver.missing.why'))}
        </div>
      ) : null}
      {howLong === '' ? null : <p className="quiet">{t(`handOver.give.means.${howLong}`)}</p>}
      {progress === null || progress.of === 1 ? null : (
        <ProgressPanel
          label={t('handOver.give.progress')}
          detail={t('handOver.give.progressOf', {
            done: numberText(progress.done, i18n.language),
            of: numberText(progress.of, i18n.language),
          })}
          share={progress.done / progress.of}
        />
      )}
      <FormActions error={error} isPending={progress !== null} submit={t('handOver.give.submit')} />
    </form>
  );
}

interface Answers {
  readonly howLong: HowLong | '';
  readonly toId: string;
  readonly absence: AbsenceReason | '';
  readonly transfer: TransferReason | '';
  readonly until: string;
}

/** Null while something is missing. */
function givingOf({ howLong, toId, absence, transfer, until }: Answers): Giving | null {
  if (toId === '') return null;
  if (howLong === 'while') return absence === '' || until === '' ? null : { toId, until, reason: absence };
  return howLong === 'good' && transfer !== '' ? { toId, until: null, reason: transfer } : null;
}
