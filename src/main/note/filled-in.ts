import type { Action } from '../../shared/domain/action/action.schema.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { DecidedItem } from '../../shared/domain/decision/decision.schema.ts';
import { EMPTY_SECTIONS } from '../../shared/domain/note/note.rules.ts';
import type { DraftBody, FrozenLink } from '../../shared/domain/note/note.schema.ts';
import { NOTE_MAX_LINKS, SECTION_MAX_CHARACTERS } from '../../shared/domain/note/note.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { appointmentWords, objectWords, stateWords } from './note-words.ts';

interface Done {
  readonly desk: Pick<Desk, 'clock' | 'timeZone'>;
  /** When a note was last validated; null where none was. */
  readonly lastValidatedAt: number | null;
  /** Newest first. */
  readonly appointments: readonly Appointment[];
  readonly actions: readonly Action[];
  /** What was retained, and nothing else: what was set aside cannot be given here (R10). */
  readonly retained: readonly DecidedItem[];
  readonly linkable: readonly FrozenLink[];
}

/**
 * A note as it opens: what is known without asking anyone. The person's words and what the two decided stay empty, and no
 * figure of the estimate is ever written.
 */
export function filledIn({ desk, lastValidatedAt, appointments, actions, retained, linkable }: Done): DraftBody {
  const today = todayOf(desk);
  const now = desk.clock.now();
  const since = lastValidatedAt ?? 0;
  const current = nearest(
    // One that was missed or called off is not what the note is of, and tells nothing in it (R10).
    appointments.filter(
      ({ startsAt, presence }) =>
        localDateAt(startsAt, desk.timeZone) === today && (presence === 'planned' || presence === 'held'),
    ),
    now,
  );
  const next = appointments.findLast(({ startsAt, presence, id }) => {
    return startsAt > now && presence === 'planned' && id !== current?.id;
  });
  // What was not done is the person's to tell, or not: it never fills in a note (R10).
  const moved = actions
    .filter(
      ({ addedAt, changedAt, state }) =>
        changedAt > since && addedAt <= since && (state === 'done' || state === 'in-progress'),
    )
    .toSorted((a, b) => b.changedAt - a.changedAt);
  const agreed = [
    ...retained.map(({ decisionId: id, at }) => ({ id, at })),
    ...actions.map(({ id, addedAt: at }) => ({ id, at })),
  ].filter(({ at }) => at > since);
  const newest = agreed.toSorted((a, b) => b.at - a.at).slice(0, NOTE_MAX_LINKS);
  const isNew = new Set(newest.map(({ id }) => id));
  return {
    on: today,
    modality: current?.modality ?? 'on-site',
    sections: {
      ...EMPTY_SECTIONS,
      object: current === null ? '' : objectWords(current),
      sinceLastTime: wholeLines(moved.map(({ state, text }) => stateWords(state, text))),
      nextAppointment: next === undefined ? '' : appointmentWords(next, desk.timeZone),
    },
    links: linkable.filter(({ id }) => isNew.has(id)).map(({ kind, id }) => ({ kind, id })),
    corrects: null,
  };
}

/** The appointment that starts nearest to an instant. */
function nearest(appointments: readonly Appointment[], now: number): Appointment | null {
  const away = ({ startsAt }: Appointment): number => Math.abs(startsAt - now);
  return appointments.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** As many whole lines, from the first, as a heading holds. */
function wholeLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length > SECTION_MAX_CHARACTERS) return text;
    text = longer;
  }
  return text;
}
