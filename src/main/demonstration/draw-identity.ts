import type { Draw } from '../../shared/kernel/draw.ts';
import { fold } from '../../shared/kernel/text.ts';
import type { PeopleStock } from './people-stock.schema.ts';
import type { PersonSpec } from './person-spec.schema.ts';

export interface Identity {
  readonly key: string;
  readonly first: string;
  readonly last: string;
  readonly isFeminine: boolean;
  readonly phone: string;
}

/** Numbers that ARCEP keeps for fiction: nobody has them. The last four digits are ours. */
export const FICTION_PHONE_PREFIXES = ['01 99 00', '02 61 91', '03 53 01', '04 65 71', '05 36 49', '06 39 98'] as const;
const MOBILE_PREFIX = '06 39 98';
const MOBILE_PERCENT = 78;
/** Below 1,000 are the numbers of the written people. */
const FIRST_NUMBER = 1000;
const NUMBERS = 9000;
/** Coprime with NUMBERS: the numbers come in no visible order and never repeat. */
const STRIDE = 7919;

/** Half of the first names go with the sound of the last name, as they do; the others are anyone's. */
const SAME_SOUND_PERCENT = 50;

/** Names that nobody else has here, each with a number of its own. */
export function identities(
  { names }: PeopleStock,
  beside: readonly PersonSpec[],
  draw: Draw,
): (index: number) => Identity {
  const taken = new Set(beside.map(({ key }) => key));
  const lastNames = Object.entries(names.lastNames).flatMap(([sound, list]) =>
    list.map((last) => [last, sound] as const),
  );
  const start = draw.below(NUMBERS);
  return (index) => {
    const isFeminine = draw.percent(50);
    const bySound = names.firstNames[isFeminine ? 'madame' : 'monsieur'];
    for (;;) {
      const [last, sound] = draw.pick(lastNames);
      const own = bySound[sound] ?? bySound['french'] ?? [];
      const first = draw.pick(draw.percent(SAME_SOUND_PERCENT) ? own : Object.values(bySound).flat());
      const key = fold(`${first} ${last}`).replaceAll(' ', '-');
      if (taken.has(key)) continue;
      taken.add(key);
      return { key, first, last, isFeminine, phone: phoneOf((start + index * STRIDE) % NUMBERS, draw) };
    }
  };
}

function phoneOf(number: number, draw: Draw): string {
  const prefix = draw.percent(MOBILE_PERCENT) ? MOBILE_PREFIX : draw.pick(FICTION_PHONE_PREFIXES);
  const digits = String(FIRST_NUMBER + number);
  return `${prefix} ${digits.slice(0, 2)} ${digits.slice(2)}`;
}
