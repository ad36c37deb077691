/** What an agenda tells: which meetings overlap, and when there is time for another one. */
import { addDays, instantOf, localDateAt, type LocalDate } from '../../kernel/local-date.ts';
import { workingDayFrom } from '../../kernel/working-day.ts';
import type { Appointment } from './appointment.schema.ts';

const MINUTE_MS = 60_000;

type Meeting = Pick<Appointment, 'id' | 'startsAt' | 'minutes' | 'presence'>;

/** Whether a meeting takes its hour: one that was cancelled gave it back, and so did whoever said they would not come. */
export function takesItsHour({ presence }: Pick<Appointment, 'presence'>): boolean {
  return presence === 'planned' || presence === 'held' || presence === 'missed';
}

/** The end of a meeting, an instant. */
export function endOf({ startsAt, minutes }: Pick<Appointment, 'startsAt' | 'minutes'>): number {
  return startsAt + minutes * MINUTE_MS;
}

/** The meetings that overlap another one, by their identifiers: one look at each, in the order of their hours. */
export function conflictsAmong(meetings: readonly Meeting[]): ReadonlySet<string> {
  const inConflict = new Set<string>();
  let latest: Meeting | null = null;
  for (const meeting of meetings.filter(takesItsHour).sort((a, b) => a.startsAt - b.startsAt)) {
    if (latest !== null && meeting.startsAt < endOf(latest)) {
      inConflict.add(latest.id);
      inConflict.add(meeting.id);
    }
    if (latest === null || endOf(meeting) > endOf(latest)) latest = meeting;
  }
  return inConflict;
}

/** The meetings that one at that time would overlap, in the order of their hours; itself left out. */
export function overlapping<M extends Meeting>(
  time: Pick<Appointment, 'startsAt' | 'minutes'> & { readonly id: string | null },
  meetings: readonly M[],
): readonly M[] {
  return meetings
    .filter((meeting) => takesItsHour(meeting) && meeting.id !== time.id)
    .filter((meeting) => meeting.startsAt < endOf(time) && time.startsAt < endOf(meeting))
    .sort((a, b) => a.startsAt - b.startsAt);
}

/** Hours of reception, in minutes from midnight: ours, until an agency sets its own. */
const RECEPTION = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 },
] as const;
const STEP = 30;
const LOOKED_AHEAD_DAYS = 30;

export interface Wished {
  /** The day aimed at: the first proposal is on it, or on the first working day after it with time left. */
  readonly around: LocalDate;
  readonly minutes: number;
  readonly timeZone: string;
  /** Nothing is proposed before it, an instant. */
  readonly now: number;
}

/**
 * When a meeting could be: the first free time of so many working days, within the hours of reception. Fewer come back
 * when the month ahead is full.
 */
export function freeTimes(wished: Wished, meetings: readonly Meeting[], count: number): readonly number[] {
  const found: number[] = [];
  const last = addDays(wished.around, LOOKED_AHEAD_DAYS);
  for (
    let day = workingDayFrom(wished.around);
    day <= last && found.length < count;
    day = workingDayFrom(addDays(day, 1))
  ) {
    const free = timesOf(day, wished).find(
      (startsAt) => overlapping({ id: null, startsAt, minutes: wished.minutes }, meetings).length === 0,
    );
    if (free !== undefined) found.push(free);
  }
  return found;
}

/** The first free time of the day aimed at itself, an instant; null where that day has none. */
export function firstFreeOn(wished: Wished, meetings: readonly Meeting[]): number | null {
  const [first] = freeTimes(wished, meetings, 1);
  return first !== undefined && localDateAt(first, wished.timeZone) === wished.around ? first : null;
}

/** The times of a day at which a meeting would start and end within the hours of reception. */
function timesOf(day: LocalDate, { minutes, timeZone, now }: Wished): readonly number[] {
  return RECEPTION.flatMap(({ from, to }) => {
    const steps = Math.max(0, Math.floor((to - minutes - from) / STEP) + 1);
    return Array.from({ length: steps }, (_, step) => from + step * STEP);
  })
    .map((minute) => instantOf(day, Math.floor(minute / 60), minute % 60, timeZone))
    .filter((instant) => instant > now);
}
