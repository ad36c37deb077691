import type { ReachedOutcome } from '../../shared/domain/case-file/case-file.schema.ts';
import { NOTE_SECTIONS, type NoteSection } from '../../shared/domain/note/note.ts';
import { deckOf, type Draw } from '../../shared/kernel/draw.ts';
import { fillSentence, type Speaking } from './fill-sentence.ts';
import { VOICES, type PeopleStock, type Voice } from './people-stock.schema.ts';

export type Sections = Partial<Record<NoteSection, string>>;

/** What a note must say; the rest is drawn. */
export type Given = Sections;

export interface NoteWriter {
  readonly first: (voice: Voice, speaking: Speaking, given: Given) => Sections;
  readonly followUp: (voice: Voice, speaking: Speaking, given: Given) => Sections;
  readonly closing: (outcome: ReachedOutcome, speaking: Speaking) => Sections;
  readonly draft: (speaking: Speaking) => Sections;
  readonly reopened: () => string;
  readonly lost: () => string;
}

const TRIES = 80;
/** Sections that make two notes alike; the others repeat in real life too. */
const TELLING: readonly NoteSection[] = ['sinceLastTime', 'personSays', 'decided', 'advisorDoes'];

/** Writes notes from the stock of sentences, so that no two of them share more than one. */
export function noteWriter({ notes }: PeopleStock, draw: Draw): NoteWriter {
  const deck = <T>(items: readonly T[]): (() => T) => deckOf(items, draw);
  const voices = Object.fromEntries(
    VOICES.map((voice) => {
      const { object, since, decided, advisorDoes } = notes.voices[voice];
      return [
        voice,
        { object: deck(object), since: deck(since), decided: deck(decided), advisorDoes: deck(advisorDoes) },
      ];
    }),
  ) as Record<Voice, Record<'object' | 'since' | 'decided' | 'advisorDoes', () => string>>;
  const says = deck(notes.says);
  const adds = deck(notes.adds);
  const firstObject = deck(notes.first.map(({ object }) => object));
  const firstSays = deck(notes.first.map((first) => first.says));
  const firstDecided = deck(notes.first.map(({ decided }) => decided));
  const closingObject = deck(notes.closingObject);
  const closingDecided = deck(notes.closingDecided);
  const drafts = deck(notes.drafts);
  const usedPairs = new Set<string>();

  /** The first candidate that shares at most one telling sentence with each note before; else the last one. */
  function unlikeOthers(candidate: () => Sections): Sections {
    let sections = candidate();
    for (let tries = 0; tries < TRIES && pairsOf(sections).some((pair) => usedPairs.has(pair)); tries += 1) {
      sections = candidate();
    }
    for (const pair of pairsOf(sections)) usedPairs.add(pair);
    return sections;
  }

  return {
    first: (voice, speaking, given) =>
      unlikeOthers(() => {
        const quote = draw.percent(60) ? ` ${says()}` : '';
        const drawn = { object: firstObject(), personSays: `${firstSays()}${quote}`, decided: firstDecided() };
        const promise = draw.percent(50) ? { advisorDoes: voices[voice].advisorDoes() } : {};
        return filled({ ...drawn, ...promise, ...given }, speaking);
      }),
    followUp: (voice, speaking, given) =>
      unlikeOthers(() => {
        const { object, since, decided, advisorDoes } = voices[voice];
        const drawn = { object: object(), sinceLastTime: since(), personSays: says(), decided: decided() };
        const promise = draw.percent(75) ? { advisorDoes: advisorDoes() } : {};
        const last = given.nextAppointment === undefined && draw.percent(20) ? { personAdds: adds() } : {};
        return filled({ ...drawn, ...promise, ...last, ...given }, speaking);
      }),
    closing: (outcome, speaking) =>
      unlikeOthers(() => {
        const pairs = notes.closing[outcome];
        const sinceLastTime = draw.pick(pairs).since;
        const personSays = draw.pick(pairs).says;
        return filled({ object: closingObject(), sinceLastTime, personSays, decided: closingDecided() }, speaking);
      }),
    draft: (speaking) => filled(drafts().sections, speaking),
    reopened: deck(notes.reopened),
    lost: deck(notes.lost),
  };
}

function filled(sections: Sections, speaking: Speaking): Sections {
  return Object.fromEntries(
    NOTE_SECTIONS.flatMap((section) => {
      const text = sections[section];
      return text === undefined ? [] : [[section, fillSentence(text, speaking)]];
    }),
  );
}

function pairsOf(sections: Sections): string[] {
  const texts = TELLING.flatMap((section) => sections[section] ?? []);
  return texts.flatMap((one, index) => texts.slice(index + 1).map((other) => `${one}\n${other}`));
}
