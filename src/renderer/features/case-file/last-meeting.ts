/** What has changed since two people last met: read before the next meeting, never anything they did not want. */
import type { Facts, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { TimelineEntry } from '../../../shared/domain/case-file/timeline.schema.ts';
import { tellsOfExchange } from '../../../shared/domain/note/note-template.rules.ts';
import { type LocalDate, localDateAt } from '../../../shared/kernel/local-date.ts';
import { labelKeyOf } from './situation-blocks.ts';
import { dayOf } from './timeline-words.ts';

type Entry<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { readonly kind: K }>;

export type Change =
  | { readonly kind: 'fact'; readonly field: FieldName; readonly day: string; readonly at: number }
  | {
      readonly kind: 'entry';
      readonly entry: Entry<'contact'> | Entry<'decision'> | Entry<'action'>;
      readonly day: string;
      readonly at: number;
    };

interface Where {
  readonly today: string;
  readonly zone: string;
}

export interface LastMeeting {
  readonly on: string;
  /** They met; else they exchanged, by telephone or in writing. */
  readonly kind: 'meeting' | 'exchange';
}

/**
 * The meeting before today: a validated note or a meeting that was held; where there is none, the last time
 * the two exchanged. Today's own meeting is the one being prepared, or being held.
 */
export function lastMeeting(entries: readonly TimelineEntry[], { today, zone }: Where): LastMeeting | null {
  const daysOf = (isWanted: (entry: TimelineEntry) => boolean): readonly string[] =>
    entries
      .filter(isWanted)
      .map((entry) => dayOf(entry, zone))
      .filter((day) => day < today);
  const meetings = daysOf(
    (entry) =>
      (entry.kind === 'note' && !entry.isWithdrawn && tellsOfExchange(entry.template)) ||
      (entry.kind === 'appointment' && entry.presence === 'held'),
  );
  const exchanges = daysOf((entry) => entry.kind === 'contact' && entry.isExchange);
  return latest('meeting', meetings) ?? latest('exchange', exchanges);
}

function latest(kind: LastMeeting['kind'], days: readonly string[]): LastMeeting | null {
  const on = days.toSorted().at(-1);
  return on === undefined ? null : { on, kind };
}

/**
 * Facts that were said or changed, contacts, companies retained, actions done, newest first. What was set aside is not
 * there, nor what was kept for later: it is nobody's news (R10). What reads the same twice is there once, the last time.
 */
export function changesSince(
  { facts, entries }: { readonly facts: Facts; readonly entries: readonly TimelineEntry[] },
  meetingOn: string,
  { today, zone }: Where,
): readonly Change[] {
  const said = Object.entries(facts).flatMap(([field, fact]): readonly Change[] => {
    const day: LocalDate = localDateAt(fact.at, zone);
    // What is said today is said to whoever reads this.
    return day > meetingOn && day < today ? [{ kind: 'fact', field: field as FieldName, day, at: fact.at }] : [];
  });
  const done = entries.flatMap((entry): readonly Change[] => {
    const day = dayOf(entry, zone);
    return day > meetingOn && isNews(entry) ? [{ kind: 'entry', entry, day, at: entry.at }] : [];
  });
  const read = new Set<string>();
  return [...said, ...done]
    .sort((a, b) => b.at - a.at)
    .filter((change) => {
      const words = wordsOf(change, facts);
      const isNew = !read.has(words);
      read.add(words);
      return isNew;
    });
}

/** What a line reads as. Two companies may have one name. */
function wordsOf(change: Change, facts: Facts): string {
  if (change.kind === 'fact') return `${labelKeyOf(change.field)} ${JSON.stringify(facts[change.field]?.value)}`;
  const { entry } = change;
  switch (entry.kind) {
    case 'contact':
      return `contact ${entry.channel} ${entry.isExchange} ${entry.line}`;
    case 'decision':
      return `decision ${entry.id}`;
    case 'action':
      return `action ${entry.owner} ${entry.text}`;
  }
}

function isNews(entry: TimelineEntry): entry is Entry<'contact'> | Entry<'decision'> | Entry<'action'> {
  if (entry.kind === 'contact') return true;
  if (entry.kind === 'decision') return entry.outcome === 'retained';
  return entry.kind === 'action' && entry.state === 'done';
}
