import type { Action } from '../../shared/domain/action/action.schema.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { DecidedItem } from '../../shared/domain/decision/decision.schema.ts';
import type { Contact } from '../../shared/domain/contact/contact.schema.ts';
import {
  inEachTemplate,
  ofTemplate,
  proposedTemplate,
  TEMPLATE_SECTIONS,
} from '../../shared/domain/note/note-template.rules.ts';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../shared/domain/note/note.rules.ts';
import type { Draft, DraftBody, FrozenLink } from '../../shared/domain/note/note.schema.ts';
import { NOTE_MAX_LINKS, SECTION_MAX_CHARACTERS, type NoteTemplate } from '../../shared/domain/note/note.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { appointmentWords, closingWords, contactWords, objectWords, stateWords } from './note-words.ts';

export interface Done {
  readonly desk: Pick<Desk, 'clock' | 'timeZone'>;
  /** When a note was last validated; null where none was. */
  readonly lastValidatedAt: number | null;
  /** The day the support ended, and when it was said; null while it goes on. */
  readonly closed: { readonly on: string; readonly at: number } | null;
  /** Newest first. */
  readonly appointments: readonly Appointment[];
  /** Newest first. */
  readonly contacts: readonly Contact[];
  readonly actions: readonly Action[];
  /** What was retained, and nothing else: what was set aside cannot be given here (R10). */
  readonly retained: readonly DecidedItem[];
  readonly linkable: readonly FrozenLink[];
}

/** The draft of a note as it opens: one of each template, and the template that suits the day. */
export function filledIn(done: Done): Pick<Draft, 'filledIn' | 'proposed'> {
  const whole = wholeBody(done);
  const objects = objectsOf(done);
  return {
    proposed: proposedOf(done),
    filledIn: inEachTemplate((template) => {
      const sections = ofTemplate(template, { ...whole.sections, object: objects[template] });
      const own: readonly string[] = TEMPLATE_SECTIONS[template];
      const sectionOf = new Map(done.linkable.map(({ id, section }) => [id, section]));
      const links = whole.links.filter(({ id }) => own.includes(sectionOf.get(id) ?? ''));
      return { ...whole, template, sections, links };
    }),
  };
}

/** The template that a note nobody has begun has: one of a meeting not held is chosen, never filled in (R10). */
export function openedIn({ filledIn: bodies, proposed }: Pick<Draft, 'filledIn' | 'proposed'>): DraftBody {
  return bodies[proposed === 'not-held' ? 'follow-up' : proposed];
}

/**
 * A note as it opens: what is known without asking anyone. The person's words and what the two decided stay empty, and no
 * figure of the estimate is ever written.
 */
function wholeBody({ desk, lastValidatedAt, appointments, actions, retained, linkable, ...done }: Done): DraftBody {
  const today = todayOf(desk);
  const now = desk.clock.now();
  const since = lastValidatedAt ?? 0;
  const current = meetingOfToday({ desk, appointments });
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
    ...BEFORE_TEMPLATES,
    on: today,
    modality: current?.modality ?? modalityOf(contactOfToday({ desk, lastValidatedAt, ...done })),
    sections: {
      ...EMPTY_SECTIONS,
      sinceLastTime: wholeLines(moved.map(({ state, text }) => stateWords(state, text))),
      nextAppointment: next === undefined ? '' : appointmentWords(next, desk.timeZone),
    },
    links: linkable.filter(({ id }) => isNew.has(id)).map(({ kind, id }) => ({ kind, id })),
    corrects: null,
  };
}

/** What each template is about, as far as it is known. Of a meeting not held nothing is told (R10). */
function objectsOf(done: Done): Readonly<Record<NoteTemplate, string>> {
  const current = meetingOfToday(done);
  const contact = contactOfToday(done);
  const meeting = current === null ? '' : objectWords(current);
  return {
    first: meeting,
    'follow-up': meeting,
    brief: contact === null ? '' : contactWords(contact),
    'not-held': '',
    closing: done.closed === null ? '' : closingWords(done.closed.on),
    employer: '',
  };
}

function proposedOf(done: Done): NoteTemplate {
  const { desk, closed, lastValidatedAt, appointments } = done;
  const current = meetingOfToday(done);
  const today = todayOf(desk);
  return proposedTemplate({
    isToClose: closed !== null && (lastValidatedAt ?? 0) < closed.at,
    hasNotes: lastValidatedAt !== null,
    meeting: current === null ? null : { isFirst: current.kind === 'first' },
    isOneNotHeld: appointments.some(({ startsAt }) => localDateAt(startsAt, desk.timeZone) === today),
    hasContact: contactOfToday(done) !== null,
  });
}

/** One that was missed or called off is not what the note is of, and tells nothing in it (R10). */
function meetingOfToday({ desk, appointments }: Pick<Done, 'desk' | 'appointments'>): Appointment | null {
  const today = todayOf(desk);
  const isNow = ({ startsAt, presence }: Appointment): boolean =>
    localDateAt(startsAt, desk.timeZone) === today && (presence === 'planned' || presence === 'held');
  return nearest(appointments.filter(isNow), desk.clock.now());
}

/** The two exchanged today, and no note was validated since. */
function contactOfToday({
  desk,
  contacts,
  lastValidatedAt,
}: Pick<Done, 'desk' | 'contacts' | 'lastValidatedAt'>): Contact | null {
  const today = todayOf(desk);
  return (
    contacts.find(
      ({ on, at, isExchange, isWithdrawn }) =>
        on === today && isExchange && !isWithdrawn && at > (lastValidatedAt ?? 0),
    ) ?? null
  );
}

function modalityOf(contact: Contact | null): DraftBody['modality'] {
  if (contact?.channel === 'telephone' || contact?.channel === 'text-message') return 'telephone';
  return contact?.channel === 'video' ? 'video' : 'on-site';
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
