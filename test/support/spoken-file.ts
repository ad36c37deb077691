/** A file whose every private field holds words found nowhere else, and what may be spoken of it in a meeting. */
import fc from 'fast-check';
import { ACTION_OWNERS, ACTION_STATES, type Action } from '../../src/shared/domain/action/action.schema.ts';
import { PLAIN_ACTION } from '../../src/shared/domain/action/action.ts';
import { PRESENCES } from '../../src/shared/domain/appointment/appointment.ts';
import type { Appointment } from '../../src/shared/domain/appointment/appointment.schema.ts';
import {
  FIELD_NAMES,
  type Facts,
  type FieldName,
  type FieldValue,
} from '../../src/shared/domain/case-file/case-file.schema.ts';
import type { FrozenLink } from '../../src/shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS, NOTE_TEMPLATES } from '../../src/shared/domain/note/note.ts';
import type { Reading } from '../../src/shared/domain/reading/reading.schema.ts';
import {
  sharedEmployer,
  sharedView,
  type EmployerPlace,
  type Spoken,
} from '../../src/shared/domain/shared-view/shared-view.rules.ts';
import { type SharedBody } from '../../src/shared/domain/shared-view/shared-view.schema.ts';
import { MEETING_STEPS } from '../../src/shared/domain/appointment/appointment.ts';
import type { Explanation } from '../../src/shared/domain/suggestion/suggestion.schema.ts';
import type { LocalDate } from '../../src/shared/kernel/local-date.ts';

const TODAY = '2026-09-01' as LocalDate;
export const SECRET = 'canari';
/** A day that is nobody's: a date that should not be there shows by its year. */
export const DAY = '1901-02-03';
export const FIGURE = 987_654;

const subject = { state: 'yes', settledOn: DAY } as const;
const project = {
  occupation: { rome: 'D1106', label: `${SECRET} label`, title: 'Vente en alimentation' },
  place: { communeCode: '57463', name: 'Metz' },
  reach: { kind: 'distance', km: 15 },
  travel: ['bicycle'],
  contract: ['permanent'],
  schedule: 'horaires de jour',
  availableFrom: DAY,
  salaryFloor: { amount: 98_765, per: 'month' },
} as const;
const other = {
  ...project,
  occupation: { rome: 'D1106', label: SECRET, title: SECRET },
  place: { communeCode: '57463', name: SECRET },
  schedule: SECRET,
} as const;

type Values = { readonly [N in FieldName]: FieldValue<N> };

/** Every field there is: a field that is added does not compile until somebody says here what it holds. */
const VALUES = {
  name: { first: 'Nadia', last: 'Ferrand' },
  civility: 'madame',
  civilName: { first: SECRET, last: SECRET },
  birthDate: DAY,
  address: SECRET,
  phones: [{ number: SECRET }],
  email: SECRET,
  bestHours: SECRET,
  precautions: ['no-voicemail', 'nothing-to-take-home'],
  understanding: ['large-print', 'interpreter'],
  supporters: [{ name: SECRET, role: SECRET, organisation: SECRET, phone: SECRET, agreedOn: DAY }],
  lastJobs: [{ line: 'Vendeuse, 4 ans' }],
  proudOf: 'connaît ses clients',
  credentials: [{ label: 'Permis B', expiresOn: '2027-05-01' }],
  transport: 'partly',
  telephone: 'partly',
  internet: 'partly',
  cv: 'partly',
  conditions: [{ kind: 'load', value: 'moins de 10 kg', until: DAY }],
  registeredOn: DAY,
  allowanceEnds: '1901-03',
  contractOn: DAY,
  rightToWorkCheckBy: DAY,
  searchSince: '1901-04',
  searchChannels: ['agencies', 'social-networks'],
  interviews: 987,
  ...{ subjectTravel: subject, subjectCare: subject, subjectHealth: subject, subjectReading: subject },
  ...{ subjectHousing: subject, subjectBudget: subject, subjectFormalities: subject },
  supportMode: 'reinforced',
  supportSince: DAY,
  ...ofProject(1, project),
  ...ofProject(2, other),
  ...ofProject(3, other),
  ...ofProject(4, other),
  ...ofProject(5, other),
} as unknown as Values;

function ofProject(number: number, parts: object): object {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`project${number}.${part}`, value]));
}

const factsOf = (names: readonly FieldName[]): Facts =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { value: VALUES[name], saidBy: 'file', saidOn: DAY, actorId: SECRET, at: FIGURE, revision: FIGURE },
    ]),
  );

export const ids = { id: SECRET, caseId: SECRET, actorId: SECRET, revision: FIGURE } as const;

const actions = fc.array(
  fc.record({
    owner: fc.constantFrom(...ACTION_OWNERS),
    state: fc.constantFrom(...ACTION_STATES),
    isWithdrawn: fc.boolean(),
    dueOn: fc.constantFrom(null, '2026-08-20', '2026-09-20'),
    changedAt: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 6 },
);

export function actionOf(drawn: Pick<Action, 'owner' | 'state' | 'isWithdrawn' | 'dueOn' | 'changedAt'>): Action {
  const isGone = drawn.isWithdrawn || drawn.state === 'no-longer-useful';
  return { ...PLAIN_ACTION, ...ids, ...drawn, addedAt: FIGURE, text: isGone ? SECRET : 'Passer à la boutique' };
}

const appointment: Appointment = {
  ...{ id: SECRET, caseId: SECRET, startsAt: 1_790_000_000_000, minutes: FIGURE, modality: 'on-site' },
  ...{ kind: 'review', purpose: 'préparer la visite', presence: 'planned', revision: FIGURE },
};

const readings = fc.subarray(['person', 'advisor'] as const).map((by) =>
  by.map((who): Reading => {
    // Alone, the advisor's words are the advisor's.
    const text = who === 'person' ? 'voudrait le matin' : by.length === 2 ? 'le canal à changer' : SECRET;
    return { ...ids, by: who, text, on: DAY, at: FIGURE };
  }),
);

const link = (kind: FrozenLink['kind'], id: string, text: string): FrozenLink => {
  return { kind, id, text, section: 'decided', owner: 'person', dueOn: DAY };
};

export const explanation = {
  ...{ siret: SECRET, rank: FIGURE, eligible: FIGURE, score: 1000 },
  factors: [
    ...[{ name: 'potential', contribution: 100, weight: FIGURE, value: FIGURE, source: SECRET, asOf: DAY }],
    ...[{ name: 'distance', contribution: 600, weight: FIGURE, value: FIGURE, source: SECRET, asOf: DAY }],
    ...[{ name: 'size', contribution: 300, weight: FIGURE, value: FIGURE, source: SECRET, asOf: DAY }],
  ],
  potential: { basis: 'estimate', expected: FIGURE, low: FIGURE, high: FIGURE, level: 'more' },
  facts: { rome: SECRET, romeLabel: SECRET, affinity: FIGURE, sectorHires: FIGURE, entryRate: { rate: FIGURE } },
  changes: [{ radiusKm: FIGURE, more: FIGURE }],
} as unknown as Explanation;

export const place: EmployerPlace = {
  ...{ communeName: 'Metz', sectorLabel: 'Boulangerie', headcountBand: '11', distanceKm: 1.4 },
  ...{ direction: 'west', wayIn: 'in-person' },
};
export const employer = (name: string) =>
  sharedEmployer({
    ...{ name, sentence: 'Bonjour, je cherche du travail.', isRetained: true, explanation },
    // What is known of an employer is more than what is shown of it.
    place: { ...place, siret: SECRET, address: SECRET, contact: SECRET } as EmployerPlace,
  });

export const spoken = fc
  .record({
    step: fc.constantFrom(...MEETING_STEPS),
    isDecidedShown: fc.boolean(),
    names: fc.subarray([...FIELD_NAMES]),
    actions,
    readings,
    isIn: fc.boolean(),
    presence: fc.constantFrom(...PRESENCES),
    template: fc.constantFrom(...NOTE_TEMPLATES),
  })
  .map(({ step, isDecidedShown, names, actions: drawn, readings: said, isIn, presence, template }): Spoken => ({
    subject: { step, isDecidedShown },
    file: {
      facts: factsOf(names),
      project: { occupation: { ...project.occupation, label: 'Vente' }, place: null, reach: null, travel: [] },
      // A whole file is handed over, whatever the type says.
      ...{ id: SECRET, advisorId: SECRET, tagIds: [SECRET], lastContactOn: DAY, closedOn: DAY, radiusKm: FIGURE },
    },
    actions: drawn.map(actionOf),
    readings: said,
    current: isIn ? { ...appointment, presence } : null,
    next: isIn ? appointment : null,
    metBefore: 1,
    note: {
      template,
      sections: Object.fromEntries(
        NOTE_SECTIONS.map((name) => [name, name === 'decided' || name === 'advisorDoes' ? 'rappeler jeudi' : SECRET]),
      ) as Spoken['note']['sections'],
      links: [
        link('decision', 'kept', 'Maison Clerc'),
        link('decision', 'gone', SECRET),
        link('action', 'a', 'Passer'),
      ],
    },
    retainedIds: new Set(['kept']),
    pointed: employer('Le Pétrin'),
    retained: [employer('Maison Clerc')],
    today: TODAY,
  }));

export const viewAt = (step: SharedBody['step'], change: Partial<Spoken> = {}) => {
  const [base] = fc.sample(spoken, { numRuns: 1, seed: 7 });
  return sharedView({
    ...base!,
    file: { ...base!.file, facts: factsOf(FIELD_NAMES) },
    ...change,
    subject: { step, isDecidedShown: false, ...change.subject },
  });
};
