/** Which appointment the two are in, and which one follows. */
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { Appointment } from './appointment.schema.ts';

interface Now {
  /** An instant. */
  readonly now: number;
  readonly zone: string;
}

/** The appointment of today that one is in: held rather than planned, the nearest to now; null where there is none. */
export function currentMeeting(appointments: readonly Appointment[], { now, zone }: Now): Appointment | null {
  const today = localDateAt(now, zone);
  const ofToday = appointments.filter(({ startsAt }) => localDateAt(startsAt, zone) === today);
  const held = ofToday.filter(({ presence }) => presence === 'held');
  const candidates = held.length > 0 ? held : ofToday.filter(({ presence }) => presence === 'planned');
  const away = ({ startsAt }: Appointment): number => Math.abs(startsAt - now);
  return candidates.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** The next one to come; this one is not. */
export function nextMeeting(appointments: readonly Appointment[], now: number): Appointment | null {
  const ahead = appointments.filter(({ startsAt, presence }) => presence === 'planned' && startsAt > now);
  return ahead.toSorted((a, b) => a.startsAt - b.startsAt)[0] ?? null;
}

/** When the two met last before a day, an instant; null where they did not. */
export function heldBefore(appointments: readonly Appointment[], day: LocalDate, zone: string): number | null {
  const held = appointments.filter(
    ({ startsAt, presence }) => presence === 'held' && localDateAt(startsAt, zone) < day,
  );
  return held.length === 0 ? null : Math.max(...held.map(({ startsAt }) => startsAt));
}
