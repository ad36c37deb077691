import type { SupportMode } from '../../shared/domain/case-file/case-file.schema.ts';
import type { Draw } from '../../shared/kernel/draw.ts';
import { dayToken } from './appointment-book.ts';
import type { Course } from './assign-lives.ts';
import { speakingOf, type Person } from './draw-facts.ts';
import { meetingEvents, minutesOf, modalityOf, type MeetingRequest, type StoryTools } from './draw-meeting.ts';
import { fillSentence } from './fill-sentence.ts';
import type { Voice } from './people-stock.schema.ts';
import type { PersonEvent } from './person-spec.schema.ts';
import { offsetOf } from './relative-dates.ts';

/** Days within which the last contact lies: below the rhythm of each support, so that little is overdue. */
const WITHIN_DAYS: Readonly<Record<SupportMode, number>> = {
  'youth-contract': 4,
  reinforced: 16,
  guided: 38,
  standard: 66,
};
/** Chance, in percent, that the next appointment is already fixed. */
const NEXT_PERCENT = 62;

export interface Span {
  /** In days from today. */
  readonly openedAt: number;
  readonly lastContactAt: number;
}

/** When the file was opened and when the two last spoke. */
export function drawSpan(course: Course, mode: SupportMode, draw: Draw): Span {
  const within = -draw.between(1, WITHIN_DAYS[mode]);
  const endedAt = -draw.between(15, 110);
  const lostAt = -draw.between(85, 130);
  switch (course) {
    case 'just-arrived':
      return { openedAt: -draw.between(1, 6), lastContactAt: 0 };
    case 'closed':
      return { openedAt: endedAt - draw.between(60, 400), lastContactAt: endedAt };
    case 'returned':
      return { openedAt: -draw.between(330, 520), lastContactAt: within };
    case 'lost-by-us':
      return { openedAt: lostAt - draw.between(50, 160), lastContactAt: lostAt };
    case 'draft':
      return { openedAt: -draw.between(60, 300), lastContactAt: -draw.between(1, 3) };
    case 'ongoing':
      return { openedAt: within - draw.between(25, 330), lastContactAt: within };
  }
}

/** All that happened to a person and what is planned, in order of time. */
export function drawStory(person: Person, tools: StoryTools): PersonEvent[] {
  const voice = voiceOf(person, tools.draw);
  const told = COURSES[person.life.course](person, voice, tools);
  const off = person.life.kinds.has('computing-off') ? [computingOff(person)] : [];
  return [...off, ...told].sort((a, b) => offsetOf(a.on) - offsetOf(b.on));
}

type TellCourse = (person: Person, voice: Voice, tools: StoryTools) => PersonEvent[];

const COURSES: Readonly<Record<Course, TellCourse>> = {
  'just-arrived': (person, _voice, tools) => planned(person, tools.stock.facts.firstPurpose, tools).events,
  ongoing: goOn,
  draft: goOn,
  closed: (person, voice, tools) => [
    ...begin(person, voice, person.lastContactAt - 14, tools),
    ...end(person, person.lastContactAt, tools),
  ],
  returned: comeBack,
  'lost-by-us': loseAndFind,
};

function goOn(person: Person, voice: Voice, tools: StoryTools): PersonEvent[] {
  const { draw } = tools;
  const { openedAt, lastContactAt, life, mode } = person;
  const isDraft = life.course === 'draft';
  // A last word on the telephone may be later than the last meeting.
  const span = lastContactAt - openedAt;
  const metAt = isDraft || span < 30 || draw.percent(60) ? lastContactAt : lastContactAt - draw.between(6, 20);
  const isFixed = mode === 'youth-contract' || draw.percent(NEXT_PERCENT);
  const next = isFixed ? planned(person, tools.decks.purpose(), tools) : { events: [], next: null };
  return [
    ...begin(person, voice, metAt - 12, tools),
    ...meetingEvents(person, request(metAt, 'follow-up', voice, { isTelling: true, next: next.next }), tools),
    ...(metAt === lastContactAt ? [] : contactsAt(person, [lastContactAt], tools)),
    ...(mode === 'youth-contract' ? contactsAt(person, weekly(openedAt, metAt), tools) : []),
    ...next.events,
  ];
}

/** The first meeting and what came between it and `until`. */
function begin(person: Person, voice: Voice, until: number, tools: StoryTools): PersonEvent[] {
  const { draw } = tools;
  const firstAt = person.openedAt + draw.between(1, 6);
  const events: PersonEvent[] = [];
  if (draw.percent(72)) {
    events.push(...meetingEvents(person, request(firstAt, 'first', voice, { isLongAgo: firstAt < -45 }), tools));
  }
  const days = until - firstAt;
  if (days > 60 && draw.percent(55)) {
    const middle = firstAt + draw.between(25, days - 20);
    events.push(...meetingEvents(person, request(middle, 'follow-up', voice, { isLongAgo: middle < -35 }), tools));
  }
  const contacts =
    days > 20
      ? draw.weighted([
          [0, 40],
          [1, 40],
          [2, 20],
        ])
      : 0;
  const offsets = Array.from({ length: contacts }, () => firstAt + draw.between(8, days - 4));
  return [...events, ...contactsAt(person, offsets, tools)];
}

/** Closed together, with a last note and the outcome. */
function end(person: Person, offset: number, { stock, draw, notes }: StoryTools): PersonEvent[] {
  const on = dayToken(offset);
  const outcome = person.life.outcome ?? 'lasting-job';
  const modality = person.life.kinds.has('telephone-only') || draw.percent(50) ? 'telephone' : 'on-site';
  const sections = notes.closing(outcome, speakingOf(person, stock.notes.where[modality]));
  const line = draw.pick(stock.contacts.farewells);
  return [
    { kind: 'contact', on, channel: modality, initiatedBy: 'person', isExchange: true, line },
    { kind: 'note', on, modality, sections, linksRecent: false },
    { kind: 'close', on, outcome },
  ];
}

/** A support that ended, then began again with its whole story. */
function comeBack(person: Person, voice: Voice, tools: StoryTools): PersonEvent[] {
  const { draw, notes } = tools;
  const { lastContactAt } = person;
  const endedAt = -draw.between(150, 220);
  const backAt = lastContactAt - draw.between(1, 4);
  const next = planned(person, tools.decks.purpose(), tools);
  const given = { sinceLastTime: notes.reopened() };
  return [
    ...begin(person, voice, endedAt - 14, tools),
    ...end(person, endedAt, tools),
    { kind: 'reopen', on: dayToken(backAt) },
    ...meetingEvents(
      person,
      request(lastContactAt, 'follow-up', voice, { isTelling: true, next: next.next, given }),
      tools,
    ),
    ...next.events,
  ];
}

/** An appointment that we cancelled, then calls to a number that was no longer the right one. Half were found again. */
function loseAndFind(person: Person, voice: Voice, tools: StoryTools): PersonEvent[] {
  const { draw, notes, decks, book } = tools;
  const { lastContactAt, life } = person;
  const before = [
    ...begin(person, voice, lastContactAt - 14, tools),
    ...meetingEvents(person, request(lastContactAt, 'follow-up', voice, { isLongAgo: draw.percent(50) }), tools),
  ];
  const cancelledAt = lastContactAt + draw.between(20, 32);
  const modality = modalityOf(person, draw);
  const lost: PersonEvent[] = [
    {
      kind: 'appointment',
      ...book.past(life.advisor, cancelledAt),
      minutes: minutesOf(modality),
      modality,
      presence: 'cancelled-by-us',
      purpose: decks.purpose(),
    },
    ...[cancelledAt + 8, cancelledAt + draw.between(15, 28)].map((offset): PersonEvent => {
      const { channel, line } = decks.attempt();
      return { kind: 'contact', on: dayToken(offset), channel, initiatedBy: 'us', isExchange: false, line };
    }),
  ];
  if (draw.percent(50)) return [...before, ...lost];
  const next = planned(person, decks.purpose(), tools);
  const found = { next: next.next, given: { sinceLastTime: notes.lost() } };
  const foundAt = -draw.between(1, 6);
  return [
    ...before,
    ...lost,
    ...meetingEvents(person, request(foundAt, 'follow-up', voice, found), tools),
    ...next.events,
  ];
}

function planned(
  person: Person,
  purpose: string,
  { book, draw }: StoryTools,
): { readonly events: PersonEvent[]; readonly next: MeetingRequest['next'] } {
  const slot = book.ahead(person.life.advisor);
  if (slot === null) return { events: [], next: null };
  const modality = modalityOf(person, draw);
  const minutes = minutesOf(modality);
  return {
    events: [{ kind: 'appointment', ...slot, minutes, modality, presence: 'planned', purpose }],
    next: { slot, modality },
  };
}

function contactsAt(person: Person, offsets: readonly number[], { stock, decks }: StoryTools): PersonEvent[] {
  const { kinds } = person.life;
  const speaking = speakingOf(person, stock.notes.where['on-site']);
  const isByVoice = kinds.has('telephone-only') || kinds.has('precautions');
  return offsets.map((offset) => {
    let contact = decks.contact();
    while (isByVoice && contact.channel !== 'telephone') contact = decks.contact();
    return { kind: 'contact', on: dayToken(offset), ...contact, line: fillSentence(contact.line, speaking) };
  });
}

/** The youth contract asks for a contact each week; those of the last month are shown. */
function weekly(openedAt: number, until: number): number[] {
  return [1, 2, 3, 4].map((weeks) => until - 7 * weeks).filter((offset) => offset > openedAt + 7);
}

function computingOff({ openedAt, lastContactAt }: Person): PersonEvent {
  return { kind: 'computingOff', on: dayToken(Math.min(openedAt + 7, lastContactAt)) };
}

function request(
  offset: number,
  meeting: MeetingRequest['meeting'],
  voice: Voice,
  rest: Partial<Omit<MeetingRequest, 'offset' | 'meeting' | 'voice'>>,
): MeetingRequest {
  return { offset, meeting, voice, next: null, isLongAgo: false, isTelling: false, given: {}, ...rest };
}

/** Each advisor mostly writes one way. */
function voiceOf({ life }: Person, draw: Draw): Voice {
  return life.advisor === 'camille'
    ? draw.weighted<Voice>([
        ['warm', 50],
        ['precise', 35],
        ['hurried', 15],
      ])
    : draw.weighted<Voice>([
        ['hurried', 50],
        ['precise', 40],
        ['warm', 10],
      ]);
}
