import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MODALITIES, PLANNED_KINDS } from '../../../shared/domain/appointment/appointment.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { Appointment, Modality } from '../../../shared/domain/appointment/appointment.schema.ts';
import { addDays, localDateAt } from '../../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../../shared/kernel/working-day.ts';
import { fullMomentText, instantOfFields, timeOfDay } from '../../i18n/dates.ts';
import { proposedMomentText } from '../../i18n/proposed-moment.ts';
import { typedMoment } from '../../i18n/typed-moment.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { localZone, today } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FreeTimes } from './free-times.tsx';
import { useFirstFree } from './use-first-free.ts';

interface AppointmentDialogProps {
  readonly caseId: string;
  /** The one that is moved; absent, a new one is planned. */
  readonly moved?: Appointment | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

type AppointmentInput = Omit<CallInput<'appointment.schedule'>, 'commandId'>;
type MoveInput = Omit<CallInput<'appointment.move'>, 'commandId'>;

type PlannedKind = (typeof PLANNED_KINDS)[number];

/** Minutes. */
const DURATIONS = [20, 30, 45, 60] as const;
const USUAL_MINUTES = 30;
const IN_TWO_WEEKS = 14;

/** An appointment is planned ahead of it. */
function instantNow(): number {
  return Date.now();
}

/** Plans the next meeting (when, how, what for), or gives one that is planned another time. */
export function AppointmentDialog({ isOpen, ...form }: AppointmentDialogProps) {
  const { t } = useTranslation();
  const title = form.moved === undefined ? t('appointment.title') : t('agenda.move');
  return (
    <Dialog title={title} isOpen={isOpen} onClose={form.onClose} focus="content">
      <AppointmentForm {...form} />
    </Dialog>
  );
}

function AppointmentForm({ caseId, moved, onClose, onDone }: Omit<AppointmentDialogProps, 'isOpen'>) {
  const { t, i18n } = useTranslation();
  const [when, setWhen] = useState('');
  const zone = localZone();
  const [day, setDay] = useState<string>(() =>
    moved === undefined ? workingDayFrom(addDays(today(), IN_TWO_WEEKS)) : localDateAt(moved.startsAt, zone),
  );
  /** Null until somebody says one. */
  const [hour, setHour] = useState(() => (moved === undefined ? null : timeOfDay(moved.startsAt, zone)));
  const [minutes, setMinutes] = useState(moved?.minutes ?? USUAL_MINUTES);
  const firstFree = useFirstFree(day, minutes);
  const time = hour ?? firstFree;
  const [modality, setModality] = useState<Modality>(moved?.modality ?? 'on-site');
  const [kind, setKind] = useState<PlannedKind>('follow-up');
  const [purpose, setPurpose] = useState('');
  /** When it was asked for: what is wrong is told from then on. */
  const [checkedAt, setCheckedAt] = useState<number | null>(null);
  const whenField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  const commandIdOf = useCommandIds();
  const schedule = useMutation({
    mutationFn: (asked: AppointmentInput) => call('appointment.schedule', { ...asked, commandId: commandIdOf(asked) }),
  });
  const move = useMutation({
    mutationFn: (asked: MoveInput) => call('appointment.move', { ...asked, commandId: commandIdOf(asked) }),
  });
  const sending = moved === undefined ? schedule : move;
  const startsAt = instantOfFields(day, time, zone);
  const proposed = proposedMomentText(t, { day, time, isHourSaid: hour !== null }, { zone, language: i18n.language });
  const isUnclear = when.trim() !== '' && typedMoment(when, today()) === null;
  const type = (text: string): void => {
    setWhen(text);
    const understood = typedMoment(text, today());
    if (understood === null) return;
    setDay(understood.day);
    if (understood.time !== null) setHour(understood.time);
  };
  const submit = (): void => {
    const now = instantNow();
    setCheckedAt(now);
    if (isUnclear) whenField.current?.focus();
    else if (startsAt === null || startsAt < now) dayField.current?.focus();
    if (startsAt === null || startsAt < now || isUnclear || sending.isPending) return;
    const settled = (said: 'appointment.scheduled' | 'agenda.moved') => ({
      onSuccess: ({ opId }: { readonly opId: string }) => {
        onClose();
        onDone(opId, t(said, { when: fullMomentText(startsAt, zone, i18n.language) }));
      },
    });
    const asked = { caseId, startsAt, minutes, modality };
    if (moved === undefined) {
      schedule.mutate({ ...asked, kind, purpose: purpose.trim() }, settled('appointment.scheduled'));
    } else {
      const which = { appointmentId: moved.id, baseRevision: moved.revision };
      move.mutate({ ...asked, ...which }, settled('agenda.moved'));
    }
  };
  const choose = (instant: number): void => {
    setWhen('');
    setDay(localDateAt(instant, zone));
    setHour(timeOfDay(instant, zone));
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
          onChange={(event) => setHour(event.currentTarget.value)}
        />
      </div>
      <FreeTimes movedId={moved?.id ?? null} day={day} startsAt={startsAt} minutes={minutes} onChoose={choose} />
      <Segmented
        label={t('appointment.minutes')}
        choices={durationsWith(moved?.minutes).map((value) => ({
          value: String(value),
          label: t('appointment.minutesOf', { minutes: value }),
        }))}
        chosen={String(minutes)}
        onChoose={(chosen) => setMinutes(Number(chosen))}
      />
      <Segmented
        label={t('appointment.modality')}
        choices={MODALITIES.map((value) => ({ value, label: t(`appointment.modalities.${value}`) }))}
        chosen={modality}
        onChoose={setModality}
      />
      {moved === undefined ? (
        <>
          <Segmented
            label={t('appointment.kind')}
            choices={PLANNED_KINDS.map((value) => ({ value, label: t(`appointment.kinds.${value}`) }))}
            chosen={kind}
            onChoose={setKind}
          />
          <TextField
            label={t('appointment.purpose')}
            maxLength={120}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
        </>
      ) : null}
      <FormActions
        error={sending.error}
        isPending={sending.isPending}
        submit={moved === undefined ? t('appointment.schedule') : t('agenda.moveDone')}
      />
    </form>
  );
}

/** The usual lengths, and the one that the meeting has. */
function durationsWith(minutes = USUAL_MINUTES): readonly number[] {
  return [...new Set([...DURATIONS, minutes])].toSorted((a, b) => a - b);
}
