/** What is asked of a short contact, and what is sent of it. */
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import type { MODALITIES } from '../../../shared/domain/appointment/appointment.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../../shared/kernel/working-day.ts';
import { instantOfFields } from '../../i18n/dates.ts';
import { typedMoment } from '../../i18n/typed-moment.ts';

type ContactInput = Omit<CallInput<'contact.record'>, 'commandId'>;
type AppointmentInput = Omit<CallInput<'appointment.schedule'>, 'commandId'>;

export const CHANNELS = [
  'telephone',
  'on-site',
  'email',
  'text-message',
  'video',
  'post',
] as const satisfies readonly ContactInput['channel'][];
export const INITIATORS = ['us', 'person', 'partner'] as const satisfies readonly ContactInput['initiatedBy'][];
export const KINDS = ['exchange', 'attempt'] as const;
export interface ContactForm {
  readonly kind: (typeof KINDS)[number];
  readonly channel: (typeof CHANNELS)[number];
  readonly initiatedBy: (typeof INITIATORS)[number];
  readonly on: string;
  readonly line: string;
  /** The next appointment as it is typed: "jeudi 14 h". Nothing typed, no appointment. */
  readonly when: string;
  readonly hasAppointment: boolean;
  readonly day: string;
  readonly time: string;
  /** It was typed; else it is the usual one, to be confirmed. */
  readonly isHourSaid: boolean;
  readonly modality: (typeof MODALITIES)[number];
}

const FIRST_HOUR = '09:00';
const MINUTES = 30;
const DAYS_AHEAD = 7;

/** An exchange by telephone today; the next appointment, if there is one, in a week. */
export function newContact(today: LocalDate): ContactForm {
  return {
    kind: 'exchange',
    channel: 'telephone',
    initiatedBy: 'us',
    on: today,
    line: '',
    when: '',
    hasAppointment: false,
    day: workingDayFrom(addDays(today, DAYS_AHEAD)),
    time: FIRST_HOUR,
    isHourSaid: false,
    modality: 'on-site',
  };
}

/** What follows when the next appointment is typed. What is not understood plans nothing, and is said before it is sent. */
export function withTypedAppointment(form: ContactForm, when: string, today: LocalDate): ContactForm {
  const moment = typedMoment(when, today);
  if (moment === null) return { ...form, when, hasAppointment: false };
  const { day, time } = moment;
  return { ...form, when, hasAppointment: true, day, time: time ?? FIRST_HOUR, isHourSaid: time !== null };
}

/** Whoever comes to the counter comes by themselves: what follows from the way, as long as nobody says otherwise. */
export function withChannel(form: ContactForm, channel: ContactForm['channel']): ContactForm {
  const isGuess = form.initiatedBy === guessedInitiator(form.channel);
  return { ...form, channel, initiatedBy: isGuess ? guessedInitiator(channel) : form.initiatedBy };
}

function guessedInitiator(channel: ContactForm['channel']): ContactForm['initiatedBy'] {
  return channel === 'on-site' ? 'person' : 'us';
}

export type ContactField = 'on' | 'when' | 'day' | 'time';
export type ContactProblem = 'missing' | 'inTheFuture' | 'inThePast' | 'notUnderstood';

/** When the person is expected, soonest first: neither what was called off, nor a meeting of this morning. */
export function expectedAt(appointments: CallOutput<'appointment.list'>, now: number): readonly number[] {
  return appointments
    .filter(({ presence, startsAt }) => presence === 'planned' && startsAt > now)
    .map(({ startsAt }) => startsAt)
    .toSorted((a, b) => a - b);
}

/** By field, what is wrong with it. */
export function contactProblems(
  form: ContactForm,
  { today, now, zone }: { readonly today: string; readonly now: number; readonly zone: string },
): Partial<Record<ContactField, ContactProblem>> {
  const problems: Partial<Record<ContactField, ContactProblem>> = {};
  if (form.on === '') problems.on = 'missing';
  else if (form.on > today) problems.on = 'inTheFuture';
  if (!form.hasAppointment && form.when.trim() !== '') problems.when = 'notUnderstood';
  if (!form.hasAppointment) return problems;
  if (form.day === '') problems.day = 'missing';
  if (form.time === '') problems.time = 'missing';
  const startsAt = instantOfFields(form.day, form.time, zone);
  if (startsAt !== null && startsAt < now) problems.day = 'inThePast';
  return problems;
}

export function contactInput(caseId: string, form: ContactForm): ContactInput {
  const { on, channel, initiatedBy, kind, line } = form;
  return { caseId, on, channel, initiatedBy, isExchange: kind === 'exchange', line: line.trim() };
}

/** Null when no appointment is asked for. */
export function appointmentInput(caseId: string, form: ContactForm, zone: string): AppointmentInput | null {
  const startsAt = form.hasAppointment ? instantOfFields(form.day, form.time, zone) : null;
  return startsAt === null ? null : { caseId, startsAt, minutes: MINUTES, modality: form.modality, purpose: '' };
}
