import type { PersonSpec } from './person-spec.schema.ts';
import { offsetOf } from './relative-dates.ts';

export const PEOPLE_TOTAL = 180;

/**
 * What happens in a portfolio, counted over the 180 people: a life has more in it than a way to a job. A person may
 * stand in several counts.
 */
export const LIFE_TOTALS = {
  closed: 25,
  returned: 6,
  'lost-by-us': 8,
  'just-arrived': 15,
  draft: 5,
  refused: 10,
  disagreed: 12,
  'computing-off': 4,
  precautions: 4,
  'telephone-only': 6,
  partner: 5,
  'did-more': 60,
} as const;
export type LifeKind = keyof typeof LIFE_TOTALS;
export const LIFE_KINDS = Object.keys(LIFE_TOTALS) as LifeKind[];

/** Of all people, a third have no difficulty recorded and half have exactly one. */
export const SHARE_WITHOUT_DIFFICULTY = 1 / 3;
export const SHARE_WITH_ONE_DIFFICULTY = 1 / 2;

/** A file is new for so many days. */
const JUST_ARRIVED_DAYS = 9;

export function lifeOf(spec: PersonSpec): ReadonlySet<LifeKind> {
  const { events, fields, marks } = spec;
  const has = (kind: PersonSpec['events'][number]['kind']): boolean => events.some((event) => event.kind === kind);
  const knows = (name: string): boolean => fields.some(({ field }) => field === name);
  const closing = events.findLast(({ kind }) => kind === 'close' || kind === 'reopen');
  const life: readonly (readonly [LifeKind, boolean])[] = [
    ['closed', closing?.kind === 'close'],
    ['returned', has('reopen')],
    ['lost-by-us', marks.includes('lost-by-us')],
    ['just-arrived', offsetOf(spec.openedOn) >= -JUST_ARRIVED_DAYS],
    ['draft', has('draft')],
    ['refused', marks.includes('refused')],
    ['disagreed', marks.includes('disagreed')],
    ['computing-off', has('computingOff')],
    ['precautions', knows('precautions')],
    ['telephone-only', fields.some(({ field, value }) => field === 'internet' && value === 'no') && !knows('email')],
    ['partner', knows('supporters')],
    ['did-more', marks.includes('did-more')],
  ];
  return new Set(life.filter(([, isSo]) => isSo).map(([kind]) => kind));
}

/** How many of the seven subjects were a difficulty, settled since or not. */
export function difficultiesOf({ fields }: PersonSpec): number {
  return fields.filter(({ field, value }) => {
    const state = field.startsWith('subject') ? (value as { readonly state: string }).state : null;
    return state === 'yes' || state === 'settled';
  }).length;
}
