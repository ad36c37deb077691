import {
  CHANNELS,
  CONDITIONS,
  FIELD_NAMES,
  MEANS_STATES,
  PRECAUTIONS,
  SUBJECT_STATES,
  SUPPORT_MODES,
  UNDERSTANDING,
  type FieldName,
  type FieldValue,
} from '../../src/shared/domain/case-file/case-file.schema.ts';
import { CONTRACTS, TRAVEL_MEANS } from '../../src/shared/domain/job-project/job-project.schema.ts';
import type { Draw } from '../../src/shared/kernel/draw.ts';

const FIRST = ['Nadia', 'Bakary', 'Élodie', 'Thomas', 'Olga', 'Mathis', 'Samira', 'Bruno', 'Chloé', 'Dimitri'] as const;
const LAST = ['Ferrand', 'Sow', 'Pierron', 'Weber', 'Marchenko', 'Robert', 'Haddad', 'Carpentier', 'Barbier'] as const;
const STREETS = ['rue des Allemands', 'quai Félix Maréchal', 'place Saint-Louis', 'impasse des Tilleuls'] as const;
const WORDS = ['préfère les journées', 'aime le contact', 'connaît le quartier', 'a tenu une caisse'] as const;

/** A drawn value for every field of a case file: whoever adds a field gives it one here, the compiler sees to it. */
type Makers = { readonly [N in FieldName]: (draw: Draw) => FieldValue<N> };

const day = (draw: Draw): string =>
  `${draw.between(1962, 2026)}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`;
const month = (draw: Draw): string => `2026-${two(draw.between(1, 12))}`;
const two = (value: number): string => String(value).padStart(2, '0');
const some = <T>(items: readonly T[], draw: Draw): T[] => items.filter(() => draw.percent(30));
const subject = (draw: Draw): FieldValue<'subjectCare'> => ({ state: draw.pick(SUBJECT_STATES), settledOn: null });
const means = (draw: Draw): (typeof MEANS_STATES)[number] => draw.pick(MEANS_STATES);
const name = (draw: Draw): FieldValue<'name'> => ({
  first: draw.pick(FIRST),
  last: `${draw.pick(LAST)} ${draw.below(1000)}`,
});

const project = {
  occupation: (draw: Draw): FieldValue<'project1.occupation'> =>
    draw.pick([
      { rome: 'D1106', label: 'Vente en alimentation', title: 'Vendeuse en alimentation' },
      { rome: 'G1602', label: 'Personnel de cuisine', title: 'Cuisinier' },
      { rome: 'D1102', label: 'Boulangerie', title: 'Boulangère' },
    ]),
  place: (draw: Draw): FieldValue<'project1.place'> =>
    draw.pick([
      { communeCode: '57463', name: 'Metz' },
      { communeCode: '57672', name: 'Thionville' },
    ]),
  reach: (draw: Draw): FieldValue<'project1.reach'> =>
    draw.percent(50) ? { kind: 'distance', km: draw.between(10, 60) } : { kind: 'time', minutes: draw.between(20, 90) },
  travel: (draw: Draw): FieldValue<'project1.travel'> => some(TRAVEL_MEANS, draw),
  contract: (draw: Draw): FieldValue<'project1.contract'> => some(CONTRACTS, draw),
  schedule: (draw: Draw): string => draw.pick(WORDS),
  availableFrom: day,
  salaryFloor: (draw: Draw): FieldValue<'project1.salaryFloor'> => ({ amount: draw.between(1200, 3000), per: 'month' }),
};

const MAKERS: Makers = {
  name,
  civility: (draw) => draw.pick(['madame', 'monsieur']),
  civilName: name,
  birthDate: day,
  address: (draw) => `${draw.between(1, 120)} ${draw.pick(STREETS)}, 57000 Metz`,
  phones: (draw) => [{ number: `01 99 00 ${two(draw.below(100))} ${two(draw.below(100))}` }],
  email: (draw) => `personne${draw.below(10_000)}@exemple.example`,
  bestHours: (draw) => draw.pick(['9 h à 11 h', 'après 17 h']),
  precautions: (draw) => some(PRECAUTIONS, draw),
  understanding: (draw) => some(UNDERSTANDING, draw),
  supporters: (draw) => [
    { name: name(draw).first, role: 'référente', organisation: draw.pick(WORDS), phone: '', agreedOn: day(draw) },
  ],
  lastJobs: (draw) => [{ line: draw.pick(WORDS) }, { line: draw.pick(WORDS) }],
  proudOf: (draw) => draw.pick(WORDS),
  credentials: (draw) => [
    { label: draw.pick(['permis B', 'CACES R489']), expiresOn: draw.percent(50) ? day(draw) : null },
  ],
  transport: means,
  telephone: means,
  internet: means,
  cv: means,
  conditions: (draw) => [{ kind: draw.pick(CONDITIONS), value: draw.pick(WORDS), until: null }],
  registeredOn: day,
  allowanceEnds: month,
  contractOn: day,
  rightToWorkCheckBy: day,
  searchSince: month,
  searchChannels: (draw) => some(CHANNELS, draw),
  interviews: (draw) => draw.below(20),
  subjectTravel: subject,
  subjectCare: subject,
  subjectHealth: subject,
  subjectReading: subject,
  subjectHousing: subject,
  subjectBudget: subject,
  subjectFormalities: subject,
  supportMode: (draw) => draw.pick(SUPPORT_MODES),
  supportSince: day,
  ...prefixed('project1', project),
  ...prefixed('project2', project),
  ...prefixed('project3', project),
  ...prefixed('project4', project),
  ...prefixed('project5', project),
};

type Prefixed<P extends string, T> = { readonly [K in keyof T & string as `${P}.${K}`]: T[K] };

function prefixed<P extends string, T extends object>(prefix: P, parts: T): Prefixed<P, T> {
  const entries = Object.entries(parts).map(([part, make]) => [`${prefix}.${part}`, make] as const);
  return Object.fromEntries(entries) as unknown as Prefixed<P, T>;
}

export function randomValue(field: FieldName, draw: Draw): unknown {
  return MAKERS[field](draw);
}

/** The four facts that engines read: the first job project. */
export const PROJECT_FIELDS: readonly FieldName[] = [
  'project1.occupation',
  'project1.place',
  'project1.reach',
  'project1.travel',
];

/** Every other fact. */
export const PERSONAL_FIELDS: readonly FieldName[] = FIELD_NAMES.filter((field) => !PROJECT_FIELDS.includes(field));
