import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Modality } from '../../../shared/domain/appointment/appointment.schema.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { fullMomentText, instantOfFields } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { localZone, today } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface AppointmentDialogProps {
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

const MODALITIES: readonly Modality[] = ['on-site', 'telephone', 'video', 'home', 'partner'];
const DURATIONS = ['20', '30', '45', '60'] as const;
const IN_TWO_WEEKS = 14;

/** Plans the next meeting: when, how, what for. */
export function AppointmentDialog({ caseId, isOpen, onClose, onDone }: AppointmentDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('appointment.title')} isOpen={isOpen} onClose={onClose} focus="content">
      <AppointmentForm caseId={caseId} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

function AppointmentForm({ caseId, onClose, onDone }: Omit<AppointmentDialogProps, 'isOpen'>) {
  const { t, i18n } = useTranslation();
  const [day, setDay] = useState<string>(() => addDays(today(), IN_TWO_WEEKS));
  const [time, setTime] = useState('09:00');
  const [minutes, setMinutes] = useState<(typeof DURATIONS)[number]>('30');
  const [modality, setModality] = useState<Modality>('on-site');
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const zone = localZone();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const startsAt = instantOfFields(day, time, zone);
    if (startsAt === null) {
      setProblem(t('appointment.dayMissing'));
      return;
    }
    try {
      const plan = { startsAt, minutes: Number(minutes), modality, purpose: purpose.trim() };
      const { opId } = await commit('appointment.schedule', { caseId, ...plan });
      onClose();
      onDone(opId, t('appointment.scheduled', { when: fullMomentText(startsAt, zone, i18n.language) }));
    } catch (error) {
      setProblem(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <TextField
          label={t('appointment.day')}
          type="date"
          data-autofocus
          error={problem}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextField
          label={t('appointment.hour')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </div>
      <Segmented
        label={t('appointment.minutes')}
        choices={DURATIONS.map((value) => ({ value, label: t('appointment.minutesOf', { minutes: value }) }))}
        chosen={minutes}
        onChoose={setMinutes}
      />
      <Segmented
        label={t('appointment.modality')}
        choices={MODALITIES.map((value) => ({ value, label: t(`appointment.modalities.${value}`) }))}
        chosen={modality}
        onChoose={setModality}
      />
      <TextField
        label={t('appointment.purpose')}
        maxLength={120}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('appointment.schedule')}
        </Button>
      </div>
    </form>
  );
}
