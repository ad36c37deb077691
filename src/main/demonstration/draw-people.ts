import type { SupportMode } from '../../shared/domain/case-file/case-file.schema.ts';
import { drawFrom, type Draw } from '../../shared/kernel/draw.ts';
import { mix } from '../../shared/kernel/hash.ts';
import { openBook } from './appointment-book.ts';
import { assignLives, type Life } from './assign-lives.ts';
import { drawFacts, type KnownOccupation, type Person } from './draw-facts.ts';
import { identities } from './draw-identity.ts';
import { storyDecks } from './draw-meeting.ts';
import { noteWriter } from './draw-note.ts';
import { planWriter } from './draw-plan.ts';
import { drawSpan, drawStory } from './draw-story.ts';
import { titleForm } from './fill-sentence.ts';
import type { PeopleStock } from './people-stock.schema.ts';
import { MARKS, type PersonSpec } from './person-spec.schema.ts';
import { earlier } from './relative-dates.ts';

export interface DrawPeopleRequest {
  readonly seed: number;
  readonly count: number;
  readonly occupations: readonly KnownOccupation[];
  readonly stock: PeopleStock;
  /**
   * The people who are there already: their names, numbers and hours are not drawn again, and what happens to them
   * counts in the totals of LIFE_TOTALS.
   */
  readonly beside: readonly PersonSpec[];
}

/** In a hundred supports that ended, those of which it is asked what became of the situation. */
const LONG_CLOSED_PERCENT = 35;
const LONG_CLOSED_MONTHS = 6;
/** In a hundred people, the form of ROME, both in one, is the one they prefer. */
const BOTH_FORMS_PERCENT = 8;

/**
 * People for the demonstration, the same for the same request. Name, occupation, place and what happens each come from
 * a stream of their own: none can depend on another, so that no name goes with a trade or with a difficulty.
 */
export function drawPeople({ seed, count, occupations, stock, beside }: DrawPeopleRequest): PersonSpec[] {
  const stream = (salt: number): Draw => drawFrom(mix(seed) ^ mix(salt));
  const nextIdentity = identities(stock, beside, stream(1));
  const occupationDraw = stream(2);
  const placeDraw = stream(3);
  const lives = assignLives(count, beside, stream(4));
  const facts = { stock, draw: stream(5) };
  const draw = stream(6);
  const tools = {
    stock,
    draw,
    book: openBook(beside, stream(7)),
    notes: noteWriter(stock, stream(8)),
    decks: storyDecks(stock, stream(9)),
  };
  const withPlan = planWriter(stock, stream(10));
  const agoDraw = stream(11);
  const byRome = new Map(occupations.map((occupation) => [occupation.rome, occupation]));
  return lives.map((life, index) => {
    const identity = nextIdentity(index);
    const occupation = occupationDraw.pick(occupations);
    const formOf = (titles: readonly string[]): string => {
      const title = occupationDraw.pick(titles);
      return occupationDraw.percent(BOTH_FORMS_PERCENT) ? title : titleForm(title, identity.isFeminine);
    };
    const neighbour = byRome.get(occupationDraw.pick(occupation.neighbours).rome) ?? occupation;
    const mode = drawMode(life, draw);
    const person: Person = {
      identity,
      occupation,
      title: formOf(occupation.titles),
      neighbourTitle: titleForm(occupationDraw.pick(neighbour.titles), identity.isFeminine),
      place: placeDraw.pick(stock.places),
      life,
      mode,
      ...drawSpan(life.course, mode, draw),
    };
    const spec = specOf(person, drawFacts(person, facts), withPlan(person, drawStory(person, tools)));
    return life.course === 'closed' && agoDraw.percent(LONG_CLOSED_PERCENT) ? earlier(spec, LONG_CLOSED_MONTHS) : spec;
  });
}

function specOf(
  { identity, life, openedAt }: Person,
  fields: PersonSpec['fields'],
  events: PersonSpec['events'],
): PersonSpec {
  const openedOn = fields[0]?.on ?? `J${openedAt}`;
  const marks = MARKS.filter((mark) => life.kinds.has(mark));
  return { key: identity.key, advisor: life.advisor, openedOn, marks, fields, events };
}

/** The youth contract goes with a contact every week; it neither fits retirement nor being lost for months. */
function drawMode({ course, outcome }: Life, draw: Draw): SupportMode {
  const mode = draw.weighted<SupportMode>([
    ['standard', 38],
    ['guided', 38],
    ['reinforced', 18],
    ['youth-contract', 6],
  ]);
  const isSteady = course === 'ongoing' && outcome !== 'retirement';
  return mode === 'youth-contract' && !isSteady ? 'guided' : mode;
}
