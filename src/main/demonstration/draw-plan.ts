import type { ENGAGEMENT_KINDS } from '../../shared/domain/engagement/engagement.ts';
import { deckOf, type Draw } from '../../shared/kernel/draw.ts';
import { dayToken } from './appointment-book.ts';
import { speakingOf, type Person } from './draw-facts.ts';
import { fillSentence } from './fill-sentence.ts';
import type { PeopleStock } from './people-stock.schema.ts';
import type { PersonEvent } from './person-spec.schema.ts';
import { offsetOf } from './relative-dates.ts';

/** In a hundred people whose support goes on, and who agreed on something with a day. */
const OBJECTIVE_PERCENT = 30;
/** In a hundred people with a reinforced support. */
const COPY_PERCENT = 35;
/** For how long a contract of the young is signed. */
const YOUTH_CONTRACT_DAYS = 365;
/** The day of the contract, after that of the file. */
const SIGNED_AFTER_DAYS = 7;
/** Of the contract of engagement (code du travail, L5411-6): fifteen hours of activity a week. */
const WEEKLY_HOURS = 15;

export type PlanWriter = (person: Person, story: readonly PersonEvent[]) => PersonEvent[];

/**
 * Adds to a story what a plan holds besides actions: what the two want to reach, and a copy of the contract signed
 * elsewhere. Drawn by itself: stories are the same without.
 */
export function planWriter({ actions, notes }: PeopleStock, draw: Draw): PlanWriter {
  const objective = deckOf(actions.objectives, draw);
  const commitment = deckOf(actions.commitments, draw);
  const copyOf = (person: Person): PersonEvent[] => {
    const { mode, openedAt, lastContactAt } = person;
    const isSigned = mode === 'youth-contract' || (mode === 'reinforced' && draw.percent(COPY_PERCENT));
    if (person.life.course !== 'ongoing' || !isSigned) return [];
    const form: (typeof ENGAGEMENT_KINDS)[number] = mode === 'youth-contract' ? 'youth' : 'engagement';
    const endsAt = openedAt + SIGNED_AFTER_DAYS + YOUTH_CONTRACT_DAYS;
    const speaking = speakingOf(person, notes.where['on-site']);
    return [
      {
        kind: 'contract',
        on: dayToken(Math.min(openedAt + SIGNED_AFTER_DAYS, lastContactAt)),
        form,
        endsOn: form === 'youth' && endsAt > 0 ? dayToken(endsAt) : null,
        weeklyHours: form === 'engagement' ? WEEKLY_HOURS : null,
        commitments: [commitment(), commitment()].map((text) => fillSentence(text, speaking)),
      },
    ];
  };

  return (person, story) => {
    const events = [...copyOf(person), ...story].toSorted((a, b) => offsetOf(a.on) - offsetOf(b.on));
    const noted = events.findLast(({ kind }) => kind === 'note');
    const first = events.findIndex((event) => event.kind === 'action' && event.on === noted?.on && event.due !== null);
    if (person.life.course !== 'ongoing' || first < 0 || !draw.percent(OBJECTIVE_PERCENT)) return events;
    const text = fillSentence(objective(), speakingOf(person, notes.where['on-site']));
    return events.toSpliced(first, 0, { kind: 'objective', on: noted?.on ?? 'J', text });
  };
}
