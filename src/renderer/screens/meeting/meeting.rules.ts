/** What a meeting is of, and what it leaves to write down. Nothing of what was set aside is looked at (R10). */
import { endOf } from '../../../shared/domain/appointment/agenda.rules.ts';
import { currentMeeting, nextMeeting } from '../../../shared/domain/appointment/current-meeting.rules.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import { holds } from '../../../shared/domain/note/note.rules.ts';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { type LocalDate, localDateAt } from '../../../shared/kernel/local-date.ts';

interface Now {
  /** An instant. */
  readonly now: number;
  readonly zone: string;
}

/** When it ends; null once it should have: nobody is shown to be late. */
export function endsAt(meeting: Appointment | null, now: number): number | null {
  if (meeting === null) return null;
  const end = endOf(meeting);
  return end > now ? end : null;
}

/** Why the person has no screen to look at; null where the two are in one room. */
export function withoutScreen(meeting: Pick<Appointment, 'modality'> | null): 'telephone' | 'video' | null {
  const modality = meeting?.modality;
  return modality === 'telephone' || modality === 'video' ? modality : null;
}

/** The note of today's meeting, once it is validated and not corrected since; the last one where there are several. */
export function noteOfToday(notes: readonly Note[], today: LocalDate): Note | null {
  return notes.find((note) => note.on === today && holds(note)) ?? null;
}

export type LeftThing = 'presence' | 'action' | 'note' | 'next';

interface Written extends Now {
  readonly appointments: readonly Appointment[];
  readonly notes: readonly Note[];
  /** Versions kept of the note being written: none once it is validated. */
  readonly draftVersion: number;
  /** An action was begun and neither added nor given up. */
  readonly isActionBegun: boolean;
}

/** What is still to be written down when the two part; nothing is the end. */
export function leftToDo(written: Written): readonly LeftThing[] {
  const { appointments, notes, draftVersion, isActionBegun, now, zone } = written;
  const isHeld = currentMeeting(appointments, { now, zone })?.presence === 'held';
  const isNoted = draftVersion === 0 && noteOfToday(notes, localDateAt(now, zone)) !== null;
  const isLeft: Readonly<Record<LeftThing, boolean>> = {
    presence: !isHeld,
    action: isActionBegun,
    note: !isNoted,
    next: nextMeeting(appointments, now) === null,
  };
  return (['presence', 'action', 'note', 'next'] as const).filter((thing) => isLeft[thing]);
}
