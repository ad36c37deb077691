import { REACHED_OUTCOMES, type ReachedOutcome } from '../../shared/domain/case-file/case-file.schema.ts';
import type { Draw } from '../../shared/kernel/draw.ts';
import {
  difficultiesOf,
  LIFE_KINDS,
  LIFE_TOTALS,
  lifeOf,
  PEOPLE_TOTAL,
  SHARE_WITH_ONE_DIFFICULTY,
  SHARE_WITHOUT_DIFFICULTY,
  type LifeKind,
} from './person-life.rules.ts';
import type { AdvisorKey, PersonSpec } from './person-spec.schema.ts';

/** One course of a file at a time; the other kinds of LIFE_KINDS add to any of them. */
const COURSES = ['just-arrived', 'closed', 'returned', 'lost-by-us', 'draft'] as const;
export type Course = (typeof COURSES)[number] | 'ongoing';

/** In a hundred people. */
const CAMILLE_PERCENT = (100 * 100) / 180;

export interface Life {
  readonly advisor: AdvisorKey;
  readonly course: Course;
  readonly kinds: ReadonlySet<LifeKind>;
  readonly difficulties: number;
  /** How the support ended, where it did. */
  readonly outcome: ReachedOutcome | null;
}

/**
 * What happens to each of `count` people, so that with those beside them the counts are those of LIFE_TOTALS. Drawn
 * without knowing who the people are: who one is and what happens to one are two independent draws.
 */
export function assignLives(count: number, beside: readonly PersonSpec[], draw: Draw): Life[] {
  const all = count + beside.length;
  const needed = (total: number, already: number): number =>
    Math.max(0, Math.round((total * all) / PEOPLE_TOTAL) - already);
  const kindsBeside = beside.map(lifeOf);
  const neededOf = (kind: LifeKind): number =>
    needed(LIFE_TOTALS[kind], kindsBeside.filter((kinds) => kinds.has(kind)).length);

  const courses = padded(
    COURSES.flatMap((course) => Array<Course>(neededOf(course)).fill(course)),
    count,
    'ongoing',
    draw,
  );
  const kinds = courses.map((course) => new Set<LifeKind>(course === 'ongoing' ? [] : [course]));
  for (const kind of LIFE_KINDS) {
    if ((COURSES as readonly string[]).includes(kind)) continue;
    const able = kinds.filter((set) => mayHave(set, kind));
    for (const set of draw.shuffled(able).slice(0, neededOf(kind))) set.add(kind);
  }
  const advisors = padded(
    Array<AdvisorKey>(needed((CAMILLE_PERCENT * PEOPLE_TOTAL) / 100, countOf(beside, 'camille'))).fill('camille'),
    count,
    'idriss',
    draw,
  );
  const outcomes = outcomesFor(courses.filter((course) => course === 'closed' || course === 'returned').length, draw);
  const difficulties = difficultiesFor(courses, beside, needed, draw);
  return courses.map((course, index) => ({
    advisor: advisors[index] ?? 'idriss',
    course,
    kinds: kinds[index] ?? new Set(),
    difficulties: difficulties[index] ?? 0,
    outcome: course === 'closed' || course === 'returned' ? (outcomes.pop() ?? 'lasting-job') : null,
  }));
}

/** A file without a single note yet holds nothing else; nobody refuses and disagrees in one breath. */
function mayHave(kinds: ReadonlySet<LifeKind>, kind: LifeKind): boolean {
  if (kinds.has('just-arrived')) return false;
  if (kinds.has('closed') && (kind === 'computing-off' || kind === 'precautions')) return false;
  const isTold = kind === 'refused' || kind === 'disagreed' || kind === 'did-more';
  if (isTold && (kinds.has('draft') || kinds.has('closed') || kinds.has('lost-by-us'))) return false;
  return !(kind === 'disagreed' && kinds.has('refused'));
}

/** Every outcome at least once, the commoner ones more often. */
function outcomesFor(count: number, draw: Draw): ReachedOutcome[] {
  const others = Array.from({ length: Math.max(0, count - REACHED_OUTCOMES.length) }, () =>
    draw.weighted<ReachedOutcome>([
      ['lasting-job', 35],
      ['short-job', 20],
      ['training', 17],
      ['own-business', 6],
      ['moved', 7],
      ['person-request', 10],
      ['retirement', 5],
    ]),
  );
  return draw.shuffled([...REACHED_OUTCOMES.slice(0, count), ...others]);
}

function difficultiesFor(
  courses: readonly Course[],
  beside: readonly PersonSpec[],
  needed: (total: number, already: number) => number,
  draw: Draw,
): number[] {
  const arrived = courses.filter((course) => course === 'just-arrived').length;
  const counts = beside.map(difficultiesOf);
  const none = needed(PEOPLE_TOTAL * SHARE_WITHOUT_DIFFICULTY, counts.filter((n) => n === 0).length) - arrived;
  const one = needed(PEOPLE_TOTAL * SHARE_WITH_ONE_DIFFICULTY, counts.filter((n) => n === 1).length);
  const rest = courses.length - arrived - one - Math.max(0, none);
  const several = Array.from({ length: Math.max(0, rest) }, () => (draw.percent(75) ? 2 : 3));
  const drawn = draw.shuffled([...Array<number>(Math.max(0, none)).fill(0), ...Array<number>(one).fill(1), ...several]);
  return courses.map((course) => (course === 'just-arrived' ? 0 : (drawn.pop() ?? 0)));
}

function padded<T>(some: readonly T[], count: number, rest: T, draw: Draw): T[] {
  const few = some.slice(0, count);
  return draw.shuffled([...few, ...Array<T>(count - few.length).fill(rest)]);
}

function countOf(people: readonly PersonSpec[], advisor: AdvisorKey): number {
  return people.filter((person) => person.advisor === advisor).length;
}
