import type { Modality } from '../../shared/domain/appointment/appointment.schema.ts';
import { deckOf, type Draw } from '../../shared/kernel/draw.ts';
import { dayToken, type AppointmentBook, type Slot } from './appointment-book.ts';
import { speakingOf, type Person } from './draw-facts.ts';
import type { Given, NoteWriter, Sections } from './draw-note.ts';
import { fillSentence, type Speaking } from './fill-sentence.ts';
import type { PeopleStock, Voice } from './people-stock.schema.ts';
import type { PersonEvent } from './person-spec.schema.ts';

/** Everything that stories are drawn with, shared by all people so that words come round evenly. */
export interface StoryTools {
  readonly stock: PeopleStock;
  readonly draw: Draw;
  readonly book: AppointmentBook;
  readonly notes: NoteWriter;
  readonly decks: Decks;
}

export interface Decks {
  readonly purpose: () => string;
  readonly person: () => string;
  readonly advisor: () => string;
  readonly partner: () => string;
  readonly more: () => PeopleStock['actions']['more'][number];
  readonly refused: () => PeopleStock['actions']['refused'][number];
  readonly disagreed: () => PeopleStock['actions']['disagreed'][number];
  readonly contact: () => PeopleStock['contacts']['lines'][number];
  readonly attempt: () => PeopleStock['contacts']['attempts'][number];
  readonly setAside: () => PeopleStock['facts']['setAside'][number];
}

export function storyDecks({ facts, actions, contacts }: PeopleStock, draw: Draw): Decks {
  return {
    purpose: deckOf(facts.purposes, draw),
    person: deckOf(actions.person, draw),
    advisor: deckOf(actions.advisor, draw),
    partner: deckOf(actions.partner, draw),
    more: deckOf(actions.more, draw),
    refused: deckOf(actions.refused, draw),
    disagreed: deckOf(actions.disagreed, draw),
    contact: deckOf(contacts.lines, draw),
    attempt: deckOf(contacts.attempts, draw),
    setAside: deckOf(facts.setAside, draw),
  };
}

export type Meeting = 'first' | 'follow-up';

export interface MeetingRequest {
  readonly offset: number;
  readonly meeting: Meeting;
  readonly voice: Voice;
  /** What comes next, told at the end of the note. */
  readonly next: { readonly slot: Slot; readonly modality: Modality } | null;
  /** Actions agreed then are over, whatever they were: the file is closed, or it was long ago. */
  readonly isLongAgo: boolean;
  /** The one meeting where what marks the story is told. */
  readonly isTelling: boolean;
  readonly given: Given;
}

/** A meeting that was held, with what was agreed in it and its note. */
export function meetingEvents(person: Person, request: MeetingRequest, tools: StoryTools): PersonEvent[] {
  const { stock, draw, book, notes, decks } = tools;
  const { offset, meeting, voice, next, isTelling } = request;
  const { kinds, advisor } = person.life;
  const isDraft = isTelling && kinds.has('draft');
  const modality = isDraft ? 'on-site' : modalityOf(person, draw);
  const speaking = speakingOf(person, stock.notes.where[modality]);
  const slot = book.past(advisor, offset);
  const on = slot.on;
  const purpose = meeting === 'first' ? stock.facts.firstPurpose : decks.purpose();
  const told = isTelling ? toldInMeeting(person, on, speaking, tools) : { events: [], given: {} };
  const given: Given = {
    ...told.given,
    ...request.given,
    ...(next === null ? {} : { nextAppointment: nextAppointmentText(next, stock) }),
  };
  const sections = isDraft
    ? notes.draft(speaking)
    : meeting === 'first'
      ? notes.first(voice, speaking, given)
      : notes.followUp(voice, speaking, given);
  return [
    { kind: 'appointment', ...slot, minutes: minutesOf(modality), modality, presence: 'held', purpose },
    ...told.events,
    ...(meeting === 'first' ? [] : employersEvents(person, on, tools)),
    ...agreedActions(person, request, speaking, tools),
    ...noteEvent(isDraft, on, modality, sections),
  ];
}

function noteEvent(isDraft: boolean, on: string, modality: Modality, sections: Sections): PersonEvent[] {
  if (isDraft) return [{ kind: 'draft', on, modality, sections }];
  return [{ kind: 'note', on, modality, sections, linksRecent: true }];
}

export function modalityOf({ life }: Person, draw: Draw): Modality {
  if (life.kinds.has('telephone-only')) return draw.percent(75) ? 'telephone' : 'on-site';
  return draw.weighted<Modality>([
    ['on-site', 66],
    ['telephone', 17],
    ['video', 12],
    ['partner', 5],
  ]);
}

export function minutesOf(modality: Modality): number {
  return modality === 'telephone' ? 20 : 30;
}

/** What the person did beyond the plan, refused, or saw otherwise than the advisor. */
function toldInMeeting(
  { life }: Person,
  on: string,
  speaking: Speaking,
  { decks }: StoryTools,
): { readonly events: PersonEvent[]; readonly given: Given } {
  const events: PersonEvent[] = [];
  let given: Given = {};
  const own = (text: string, state: 'done' | 'no-longer-useful'): void => {
    events.push({
      kind: 'action',
      on,
      owner: 'person',
      text: fillSentence(text, speaking),
      due: null,
      states: [{ on, state }],
    });
  };
  if (life.kinds.has('did-more')) {
    const { action, since } = decks.more();
    own(action, 'done');
    given = { ...given, sinceLastTime: since };
  }
  if (life.kinds.has('refused')) {
    const { action, says, decided } = decks.refused();
    own(action, 'no-longer-useful');
    given = { ...given, personSays: says, decided };
  }
  if (life.kinds.has('disagreed')) {
    const { says, decided } = decks.disagreed();
    given = { ...given, personSays: says, decided };
  }
  return { events, given };
}

/** Who does what by when: one or two things of the person, often a promise of the advisor. */
function agreedActions(person: Person, request: MeetingRequest, speaking: Speaking, tools: StoryTools): PersonEvent[] {
  const { draw, decks } = tools;
  const texts: (readonly ['person' | 'advisor' | 'partner', string])[] = [['person', decks.person()]];
  if (draw.percent(35)) texts.push(['person', decks.person()]);
  if (draw.percent(80)) texts.push(['advisor', decks.advisor()]);
  if (draw.percent(person.life.kinds.has('partner') ? 70 : 4)) texts.push(['partner', decks.partner()]);
  return texts.map(([owner, text]) => {
    const due = request.offset + draw.between(4, 24);
    return {
      kind: 'action',
      on: dayToken(request.offset),
      owner,
      text: fillSentence(text, speaking),
      due: draw.percent(92) ? dayToken(due) : null,
      states: statesOf(request, due, draw),
    };
  });
}

/** A promise is kept by its day or a little after; some wait, and some are late. */
function statesOf(
  { offset, isLongAgo }: MeetingRequest,
  due: number,
  draw: Draw,
): { on: string; state: 'in-progress' | 'done' | 'no-longer-useful' }[] {
  const changed = Math.min(-1, due - draw.between(0, 3));
  const on = dayToken(Math.max(offset, changed));
  if (isLongAgo) return [{ on, state: draw.percent(88) ? 'done' : 'no-longer-useful' }];
  if (changed <= offset) return [];
  if (due < 0)
    return draw.percent(72) ? [{ on, state: 'done' }] : draw.percent(40) ? [{ on, state: 'in-progress' }] : [];
  return draw.percent(30) ? [{ on, state: 'in-progress' }] : [];
}

/** Companies looked at together; the person's own refusals stay in the file. */
function employersEvents(
  { life, place, occupation }: Person,
  on: string,
  { stock, draw, decks }: StoryTools,
): PersonEvent[] {
  const events: PersonEvent[] = [];
  if (life.kinds.has('closed') ? draw.percent(30) : draw.percent(48)) {
    const setAside = Array.from(
      {
        length: draw.weighted([
          [0, 45],
          [1, 38],
          [2, 17],
        ]),
      },
      decks.setAside,
    );
    const later = draw.weighted([
      [0, 60],
      [1, 30],
      [2, 10],
    ]);
    events.push({ kind: 'employers', on, retained: draw.between(1, 4), setAside, later });
  }
  if (draw.percent(13)) {
    const outcome = draw.weighted<'retained' | 'later' | null>([
      ['retained', 65],
      ['later', 25],
      [null, 10],
    ]);
    const fitting = stock.facts.ownEmployers.filter(({ families }) => families.includes(occupation.rome.charAt(0)));
    const { name, approach } = draw.pick(fitting);
    events.push({ kind: 'ownEmployer', on, name, communeName: place.name, approach, outcome });
  }
  return events;
}

function nextAppointmentText(
  { slot, modality }: { readonly slot: Slot; readonly modality: Modality },
  { notes }: PeopleStock,
): string {
  const [hours = '', minutes = ''] = slot.at.split(':');
  return notes.next
    .replace('{day}', `{${slot.on}}`)
    .replace('{time}', `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`)
    .replace('{where}', notes.where[modality]);
}
