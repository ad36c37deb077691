import {
  CHANNELS,
  SUBJECTS,
  type FieldName,
  type SaidBy,
  type SupportMode,
} from '../../shared/domain/case-file/case-file.schema.ts';
import { radiusOf } from '../../shared/domain/job-project/job-project.rules.ts';
import { CONTRACTS, type JobProject, TRAVEL_MEANS } from '../../shared/domain/job-project/job-project.schema.ts';
import type { Draw } from '../../shared/kernel/draw.ts';
import { fold } from '../../shared/kernel/text.ts';
import type { Life } from './assign-lives.ts';
import { dayToken } from './appointment-book.ts';
import type { Identity } from './draw-identity.ts';
import { fillSentence, inSentence, titleForm, type Speaking } from './fill-sentence.ts';
import type { PeopleStock, StockPlace } from './people-stock.schema.ts';
import type { PersonField } from './person-spec.schema.ts';

/** An occupation of the demonstration's data. */
export interface KnownOccupation {
  readonly rome: string;
  readonly label: string;
  readonly titles: readonly string[];
  readonly neighbours: readonly { readonly rome: string }[];
}

/** A person as drawn, before anything happens. */
export interface Person {
  readonly identity: Identity;
  readonly occupation: KnownOccupation;
  readonly title: string;
  readonly neighbourTitle: string;
  readonly place: StockPlace;
  readonly life: Life;
  readonly mode: SupportMode;
  /** Days from today at which the file was opened: negative. */
  readonly openedAt: number;
  readonly lastContactAt: number;
}

export interface FactTools {
  readonly stock: PeopleStock;
  readonly draw: Draw;
}

const YEAR_DAYS = 365;
const FIELD_OF_SUBJECT: Readonly<Record<(typeof SUBJECTS)[number], FieldName>> = {
  travel: 'subjectTravel',
  care: 'subjectCare',
  health: 'subjectHealth',
  reading: 'subjectReading',
  housing: 'subjectHousing',
  budget: 'subjectBudget',
  formalities: 'subjectFormalities',
};
const PRECAUTIONS_DRAWN = ['no-voicemail', 'no-post', 'no-email', 'nothing-to-take-home'] as const;

/** What is known of a person. Barriers and means come from draws that know neither the name nor the occupation. */
export function drawFacts(person: Person, tools: FactTools): PersonField[] {
  const facts = sheet(dayToken(person.openedAt));
  const { identity, life, place, mode } = person;
  const { draw } = tools;
  facts.add('name', { first: identity.first, last: identity.last });
  if (draw.percent(92)) facts.add('civility', identity.isFeminine ? 'madame' : 'monsieur');
  facts.add('phones', [{ number: identity.phone }]);
  facts.add('registeredOn', dayToken(person.openedAt), 'file');
  const isNew = life.kinds.has('just-arrived');
  if (!isNew || draw.percent(60)) {
    const { occupation, title } = person;
    facts.add('project1.occupation', { rome: occupation.rome, label: occupation.label, title });
    facts.add('project1.place', { communeCode: place.communeCode, name: place.name });
  }
  if (isNew) return facts.fields;
  facts.add('supportMode', mode, 'advisor');
  facts.add('supportSince', dayToken(person.openedAt), 'advisor');
  facts.add('birthDate', dayToken(-ageDays(person, draw)), 'file');
  addReaching(facts, person, tools);
  addProject(facts, person, tools);
  addExperience(facts, person, tools);
  addMeansAndDates(facts, person, tools);
  addSubjects(facts, person, tools);
  return facts.fields;
}

interface Sheet {
  readonly fields: PersonField[];
  readonly add: (field: FieldName, value: unknown, saidBy?: SaidBy, on?: string) => void;
}

function sheet(openedOn: string): Sheet {
  const fields: PersonField[] = [];
  return {
    fields,
    add: (field, value, saidBy = 'person', on = openedOn) => {
      fields.push({ field, value, saidBy, on });
    },
  };
}

/** The youth contract is for people under 26; retirement comes after 62. */
function ageDays({ mode, life }: Person, draw: Draw): number {
  const [least, most] = mode === 'youth-contract' ? [18, 25] : life.outcome === 'retirement' ? [63, 66] : [19, 61];
  return draw.between(least * YEAR_DAYS, most * YEAR_DAYS);
}

function addReaching(facts: Sheet, { identity, life, place }: Person, { stock, draw }: FactTools): void {
  const { kinds } = life;
  const isByTelephone = kinds.has('telephone-only');
  if (isByTelephone) facts.add('bestHours', draw.pick(stock.facts.telephoneHours));
  else if (draw.percent(35)) facts.add('bestHours', draw.pick(stock.facts.bestHours));
  if (!isByTelephone && !kinds.has('precautions') && draw.percent(75)) {
    const user = fold(`${identity.first} ${identity.last}`).replaceAll(' ', '.');
    facts.add('email', `${user}@${draw.pick(['courriel', 'messagerie', 'boite'])}.example`);
  }
  if (draw.percent(50)) {
    facts.add('address', `${draw.between(1, 90)} ${draw.pick(stock.facts.streets)}, ${place.postcode} ${place.name}`);
  }
  if (kinds.has('precautions')) {
    facts.add('precautions', draw.shuffled(PRECAUTIONS_DRAWN).slice(0, draw.between(1, 3)));
  }
  if (kinds.has('partner')) addSupporter(facts, stock, draw);
  if (draw.percent(4)) facts.add('understanding', [draw.pick(['large-print', 'read-aloud', 'interpreter'])]);
  facts.add('telephone', 'yes');
  if (isByTelephone) facts.add('internet', 'no');
  else
    facts.add(
      'internet',
      draw.weighted([
        ['yes', 75],
        ['partly', 15],
        ['not-discussed', 10],
      ]),
    );
}

function addSupporter(facts: Sheet, stock: PeopleStock, draw: Draw): void {
  const on = facts.fields[0]?.on ?? 'J';
  const phone = `04 65 71 00 ${draw.between(10, 39)}`;
  facts.add('supporters', [{ ...draw.pick(stock.facts.supporters), phone, agreedOn: on }]);
}

function addProject(facts: Sheet, { place }: Person, { stock, draw }: FactTools): void {
  const means = draw.shuffled(TRAVEL_MEANS).slice(0, draw.between(1, 2));
  const isRural = place.setting === 'village' || place.setting === 'mountain';
  facts.add(
    'project1.reach',
    draw.percent(60)
      ? { kind: 'distance', km: draw.pick(distancesFor(means, isRural)) }
      : { kind: 'time', minutes: draw.pick([20, 30, 40, 45, 60]) },
  );
  facts.add('project1.travel', means);
  if (draw.percent(60))
    facts.add('project1.contract', draw.shuffled(CONTRACTS.slice(0, 4)).slice(0, draw.between(1, 2)));
  if (draw.percent(45)) facts.add('project1.schedule', draw.pick(stock.facts.schedules));
  if (draw.percent(20)) facts.add('project1.availableFrom', dayToken(draw.between(-20, 30)));
  if (draw.percent(12)) {
    facts.add('project1.salaryFloor', { amount: draw.between(19, 27) * 100, per: 'month' });
  }
}

const FARTHEST_MINUTES = 60;

/** What one goes in an hour at most: nobody says "30 km à pied". */
function distancesFor(travel: JobProject['travel'], isRural: boolean): readonly number[] {
  const most = radiusOf({ reach: { kind: 'time', minutes: FARTHEST_MINUTES }, travel });
  const fitting = (isRural ? [20, 30, 40, 50] : [5, 10, 15, 20, 25, 30]).filter((km) => km <= most);
  return fitting.length > 0 ? fitting : [2, 3, 5, 10, 15].filter((km) => km <= most);
}

function addExperience(facts: Sheet, person: Person, { stock, draw }: FactTools): void {
  const { title, neighbourTitle, occupation, openedAt } = person;
  const line = (job: string): { line: string } => ({
    line: [inSentence(job), draw.pick(stock.facts.durations), draw.pick(stock.facts.employers)].join(', '),
  });
  if (draw.percent(85)) {
    facts.add('lastJobs', [line(title), ...(draw.percent(55) ? [line(neighbourTitle)] : [])]);
  }
  if (draw.percent(75))
    facts.add(
      'proudOf',
      fillSentence(draw.pick(stock.facts.proudOf), speakingOf(person, stock.notes.where['on-site'])),
    );
  if (draw.percent(65)) {
    const common = stock.facts.credentials.filter(({ families }) => families.includes(occupation.rome.charAt(0)));
    const chosen = draw.shuffled(common).slice(0, draw.between(1, 3));
    const labels = new Map(chosen.map((credential) => [credential.label, credential]));
    facts.add(
      'credentials',
      [...labels.values()].map(({ label, isRenewed }) => ({
        label,
        expiresOn: isRenewed && draw.percent(70) ? dayToken(draw.between(15, 900)) : null,
      })),
    );
  }
  facts.add(
    'cv',
    draw.weighted([
      ['yes', 65],
      ['partly', 20],
      ['not-discussed', 15],
    ]),
    'advisor',
  );
  if (draw.percent(14)) {
    const kept = draw.shuffled(stock.facts.conditions).slice(0, draw.between(1, 2));
    facts.add(
      'conditions',
      kept.map((condition) => ({ ...condition, until: null })),
      'person',
      dayToken(openedAt),
    );
  }
}

function addMeansAndDates(facts: Sheet, { mode, openedAt }: Person, { draw }: FactTools): void {
  if (draw.percent(60))
    facts.add(
      'transport',
      draw.weighted([
        ['yes', 65],
        ['partly', 20],
        ['not-discussed', 15],
      ]),
    );
  if (mode !== 'standard') facts.add('contractOn', dayToken(openedAt), 'advisor');
  if (draw.percent(25)) facts.add('allowanceEnds', `M+${draw.between(1, 14)}`, 'file');
  if (draw.percent(40)) facts.add('searchSince', `M-${draw.between(1, 12)}`);
  if (draw.percent(45)) facts.add('searchChannels', draw.shuffled(CHANNELS).slice(0, draw.between(1, 3)));
  if (draw.percent(40)) facts.add('interviews', draw.between(0, 6));
}

/** As many difficulties as were drawn; of the other subjects, some were spoken of and are none. */
function addSubjects(facts: Sheet, { life, openedAt, lastContactAt }: Person, { draw }: FactTools): void {
  const said = (): number => draw.between(openedAt, Math.max(openedAt, lastContactAt));
  for (const [index, subject] of draw.shuffled(SUBJECTS).entries()) {
    const field = FIELD_OF_SUBJECT[subject];
    const on = said();
    if (index < life.difficulties) {
      const isSettled = draw.percent(30);
      const settledOn = isSettled ? dayToken(on) : null;
      facts.add(field, { state: isSettled ? 'settled' : 'yes', settledOn }, 'person', dayToken(on));
    } else if (draw.percent(20)) {
      facts.add(field, { state: draw.percent(70) ? 'no' : 'not-discussed', settledOn: null }, 'person', dayToken(on));
    }
  }
}

/** How sentences speak of a person. */
export function speakingOf(person: Person, where: string): Speaking {
  const { isFeminine } = person.identity;
  return { isFeminine, title: titleForm(person.title, isFeminine), placeName: person.place.name, where };
}
