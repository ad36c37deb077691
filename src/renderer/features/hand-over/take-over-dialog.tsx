import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ABSENCE_REASONS, type AbsenceReason } from '../../../shared/domain/hand-over/hand-over.ts';
import type { Colleague } from '../../../shared/domain/hand-over/hand-over.schema.ts';
import { fullDayText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './hand-over.css';
import { colleagues } from './hand-over.queries.ts';
import { useGiving } from './use-giving.ts';

interface TakeOverDialogProps {
  /** Who takes over. */
  readonly accountId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A colleague is not there: their meetings of today are taken over, with a reason and a last day. Nobody is named before. */
export function TakeOverDialog({ isOpen, ...form }: TakeOverDialogProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...colleagues, enabled: isOpen });
  // Once it is known who is expected: the focus begins on the first of them.
  const isReady = data !== undefined || error !== null;
  return (
    <Dialog title={t('handOver.takeOver.title')} isOpen={isOpen && isReady} onClose={form.onClose} focus="content">
      <TakeOverForm {...form} all={data ?? []} unread={error} />
    </Dialog>
  );
}

interface TakeOverFormProps extends Omit<TakeOverDialogProps, 'isOpen'> {
  readonly all: readonly Colleague[];
  /** Why it is not known; null when it is. */
  readonly unread: unknown;
}

function TakeOverForm({ accountId, all, unread, onClose }: TakeOverFormProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const [fromId, setFromId] = useState('');
  const [reason, setReason] = useState<AbsenceReason | ''>('');
  const [until, setUntil] = useState<string>(today);
  const [isChecked, setIsChecked] = useState(false);
  const { giveAll, progress, error } = useGiving({ mayUndo: true });
  const busy = all.filter(({ meetingsToday }) => meetingsToday.length > 0);
  const from = busy.find(({ id }) => id === fromId) ?? null;
  const isDayWrong = until < today;
  if (unread !== null) return <ErrorState error={unread} />;
  if (busy.length === 0) {
    return (
      <div className="form">
        <p>{t('handOver.takeOver.nobody')}</p>
        <div className="form-actions">
          <Button kind="primary" data-autofocus onClick={onClose}>
            {t('ui.close')}
          </Button>
        </div>
      </div>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (from === null || reason === '' || isDayWrong) return;
    const told = (count: number): string =>
      t('handOver.takeOver.done', { count, n: numberText(count, i18n.language), name: from.name });
    void giveAll(from.meetingsToday, { toId: accountId, until, reason }, told).then((isAll) => {
      if (isAll) onClose();
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div>
        <Segmented
          hasFirstFocus
          label={t('handOver.takeOver.whose')}
          choices={busy.map(({ id, name, meetingsToday: { length: count } }) => ({
            value: id,
            label: t('handOver.takeOver.colleague', { name, count, n: numberText(count, i18n.language) }),
          }))}
          chosen={fromId}
          onChoose={setFromId}
        />
        {isChecked && from === null ? <p className="field-error">{t('handOver.missing.whose')}</p> : null}
      </div>
      <div>
        <Segmented<AbsenceReason | ''>
          label={t('handOver.why')}
          choices={ABSENCE_REASONS.map((value) => ({ value, label: t(`handOver.absences.${value}`) }))}
          chosen={reason}
          onChoose={setReason}
        />
        {isChecked && reason === '' ? <p className="field-error">{t('handOver.missing.why')}</p> : null}
      </div>
      <div className="hand-over-day">
        <TextField
          label={t('handOver.until')}
          type="date"
          min={today}
          value={until}
          hint={isDayWrong ? undefined : fullDayText(until, i18n.language)}
          error={isChecked && isDayWrong ? t('handOver.missing.until') : null}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <p className="quiet">{t('handOver.takeOver.means')}</p>
      <FormActions error={error} isPending={progress !== null} submit={t('handOver.takeOver.submit')} />
    </form>
  );
}
