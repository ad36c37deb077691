import type { Action } from '../../shared/domain/action/action.schema.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { DecidedItem } from '../../shared/domain/decision/decision.schema.ts';
import { EMPTY_SECTIONS } from '../../shared/domain/note/note.rules.ts';
import type { DraftBody, FrozenLink, Note } from '../../shared/domain/note/note.schema.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { appointmentWords, objectWords, stateWords } from './note-words.ts';

interface Done {
  readonly desk: Pick<Desk, 'clock' | 'timeZone'>;
  readonly lastNote: Pick<Note, 'validatedAt'> | null;
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
export function filledIn({ desk, lastNote, appointments, actions, retained, linkable }: Done): DraftBody {
  const today = todayOf(desk);
  const now = desk.clock.now();
  const since = lastNote?.validatedAt ?? 0;
  const current = appointments.find(({ startsAt }) => localDateAt(startsAt, desk.timeZone) === today) ?? null;
  const next = appointments.findLast(({ startsAt, presence, id }) => {
    return startsAt > now && presence === 'planned' && id !== current?.id;
  });
  // What was not done is the person's to tell, or not: it never fills in a note (R10).
  const moved = actions.filter(
    ({ addedAt, changedAt, state }) =>
      changedAt > since && addedAt <= since && (state === 'done' || state === 'in-progress'),
  );
  const isNew = new Set([
    ...retained.filter(({ at }) => at > since).map(({ decisionId }) => decisionId),
    ...actions.filter(({ addedAt }) => addedAt > since).map(({ id }) => id),
  ]);
  return {
    on: today,
    modality: current?.modality ?? 'on-site',
    sections: {
      ...EMPTY_SECTIONS,
      object: current === null ? '' : objectWords(current),
      sinceLastTime: moved.map(({ state, text }) => stateWords(state, text)).join('\n'),
      nextAppointment: next === undefined ? '' : appointmentWords(next, desk.timeZone),
    },
    links: linkable.filter(({ id }) => isNew.has(id)).map(({ kind, id }) => ({ kind, id })),
    corrects: null,
  };
}
