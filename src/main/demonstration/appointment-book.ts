import type { Draw } from '../../shared/kernel/draw.ts';
import { ADVISOR_KEYS, type AdvisorKey, type PersonSpec } from './person-spec.schema.ts';
import { offsetOf } from './relative-dates.ts';

/**
 * Hours of the day, by the rest of the day's number divided by four: a weekend, with a holiday beside it, moves to one
 * open day (relative-dates.ts), and four days in a row never share an hour.
 */
const HOURS: readonly (readonly string[])[] = [
  ['09:00', '10:30', '14:00', '15:30'],
  ['09:30', '11:30', '15:00'],
  ['10:00', '13:30', '16:00'],
  ['11:00', '14:30', '16:30'],
];

/** Today, the nine days after it, and three weeks beyond: appointments of each advisor, written people included. */
const TODAY_COUNT = 3;
const NEAR_DAYS = 9;
const NEAR_COUNT = 2;
const FAR_DAYS = 30;

export interface Slot {
  readonly on: string;
  readonly at: string;
}

/** Two people are never given to one advisor at the same time. */
export interface AppointmentBook {
  /** The next appointment to come; null when the book is full. */
  readonly ahead: (advisor: AdvisorKey) => Slot | null;
  /** An hour of a past day. */
  readonly past: (advisor: AdvisorKey, offset: number) => Slot;
}

export function openBook(beside: readonly PersonSpec[], draw: Draw): AppointmentBook {
  const taken = new Set(
    beside.flatMap(({ advisor, events }) =>
      events.flatMap((event) => (event.kind === 'appointment' ? [`${advisor} ${offsetOf(event.on)} ${event.at}`] : [])),
    ),
  );
  const free = (advisor: AdvisorKey, offset: number): string[] =>
    hoursOf(offset).filter((at) => !taken.has(`${advisor} ${offset} ${at}`));
  const ahead = new Map(ADVISOR_KEYS.map((advisor) => [advisor, slotsAhead(advisor, free, draw)]));
  return {
    ahead: (advisor) => ahead.get(advisor)?.shift() ?? null,
    past: (advisor, offset) => {
      const hours = free(advisor, offset);
      const at = draw.pick(hours.length > 0 ? hours : hoursOf(offset));
      taken.add(`${advisor} ${offset} ${at}`);
      return { on: dayToken(offset), at };
    },
  };
}

/** Those of today first: they are there whatever the number of people. */
function slotsAhead(advisor: AdvisorKey, free: (advisor: AdvisorKey, offset: number) => string[], draw: Draw): Slot[] {
  const slotsOn = (offset: number, most: number): Slot[] => {
    const hours = free(advisor, offset);
    const already = hoursOf(offset).length - hours.length;
    const chosen = draw.shuffled(hours).slice(0, Math.max(0, most - already));
    return chosen.map((at) => ({ on: dayToken(offset), at }));
  };
  const later = Array.from({ length: FAR_DAYS }, (_, index) => index + 1).flatMap((offset) =>
    slotsOn(offset, offset <= NEAR_DAYS ? NEAR_COUNT : 1),
  );
  return [...slotsOn(0, TODAY_COUNT), ...draw.shuffled(later)];
}

function hoursOf(offset: number): readonly string[] {
  return HOURS[((offset % 4) + 4) % 4] ?? [];
}

/** `J`, `J-3`, `J+3`. */
export function dayToken(offset: number): string {
  return offset === 0 ? 'J' : `J${offset > 0 ? '+' : ''}${offset}`;
}
