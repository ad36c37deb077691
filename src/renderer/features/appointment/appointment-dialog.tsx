import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MODALITIES } from '../../../shared/domain/appointment/appointment.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { Modality } from '../../../shared/domain/appointment/appointment.schema.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../../shared/kernel/working-day.ts';
import { fullMomentText, instantOfFields } from '../../i18n/dates.ts';
import { proposedMomentText } from '../../i18n/proposed-moment.ts';
import { typedMoment } from '../../i18n/typed-moment.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { localZone, today } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface AppointmentDialogProps {
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

type AppointmentInput = Omit<CallInput<'appointment.schedule'>, 'commandId'>;

const DURATIONS = ['20', '30', '45', '60'] as const;
const IN_TWO_WEEKS = 14;

/** An appointment is planned ahead of it. */
function instantNow(): number {
  return Date.now();
}

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
  const [when, setWhen] = useState('');
  const [day, setDay] = useState<string>(() => workingDayFrom(addDays(today(), IN_TWO_WEEKS)));
  const [time, setTime] = useState('09:00');
  const [isHourSaid, setIsHourSaid] = useState(false);
  const [minutes, setMinutes] = useState<(typeof DURATIONS)[number]>('30');
  const [modality, setModality] = useState<Modality>('on-site');
  const [purpose, setPurpose] = useState('');
  /** When it was asked for: what is wrong is told from then on. */
  const [checkedAt, setCheckedAt] = useState<number | null>(null);
  const whenField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  const commandIdOf = useCommandIds();
  const schedule = useMutation({
    mutationFn: (asked: AppointmentInput) => call('appointment.schedule', { ...asked, commandId: commandIdOf(asked) }),
  });
  const zone = localZone();
  const startsAt = instantOfFields(day, time, zone);
  const proposed = proposedMomentText(t, { day, time, isHourSaid }, { zone, language: i18n.language });
  const isUnclear = when.trim() !== '' && typedMoment(when, today()) === null;
  const sayHour = (next: string): void => {
    setTime(next);
    setIsHourSaid(true);
  };
  const type = (text: string): void => {
    setWhen(text);
    const understood = typedMoment(text, today());
    if (understood === null) return;
    setDay(understood.day);
    if (understood.time !== null) sayHour(understood.time);
  };
  const submit = (): void => {
    const now = instantNow();
    setCheckedAt(now);
    if (isUnclear) whenField.current?.focus();
    else if (startsAt === null || startsAt < now) dayField.current?.focus();
    if (startsAt === null || startsAt < now || isUnclear || schedule.isPending) return;
    schedule.mutate(
      { caseId, startsAt, minutes: Number(minutes), modality, purpose: purpose.trim() },
      {
        onSuccess: ({ opId }) => {
          onClose();
          onDone(opId, t('appointment.scheduled', { when: fullMomentText(startsAt, zone, i18n.language) }));
        },
      },
    );
  };
  const dayError = (): string | null => {
    if (checkedAt === null) return null;
    if (startsAt === null) return t('appointment.dayMissing');
    return startsAt < checkedAt ? t('contactDialog.problems.inThePast') : null;
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={t('appointment.when')}
        data-autofocus
        maxLength={60}
        hint={proposed === null || isUnclear ? t('contactDialog.whenExamples') : proposed}
        ref={whenField}
        error={checkedAt !== null && isUnclear ? t('contactDialog.problems.notUnderstood') : null}
        value={when}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <div className="form-row">
        <TextField
          label={t('appointment.day')}
          type="date"
          ref={dayField}
          error={dayError()}
          min={today()}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextField
          label={t('appointment.hour')}
          type="time"
          value={time}
          onChange={(event) => sayHour(event.currentTarget.value)}
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
      <FormActions error={schedule.error} isPending={schedule.isPending} submit={t('appointment.schedule')} />
    </form>
  );
}
