/** What the person may see, whatever a file holds: every private field is filled with words found nowhere else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_OWNERS, ACTION_STATES, type Action } from '../../../src/shared/domain/action/action.schema.ts';
import { PLAIN_ACTION } from '../../../src/shared/domain/action/action.ts';
import { APPROACH_STAGES } from '../../../src/shared/domain/approach/approach.ts';
import { PRESENCES } from '../../../src/shared/domain/appointment/appointment.ts';
import type { Appointment } from '../../../src/shared/domain/appointment/appointment.schema.ts';
import {
  FIELD_NAMES,
  type Facts,
  type FieldName,
  type FieldValue,
} from '../../../src/shared/domain/case-file/case-file.schema.ts';
import type { FrozenLink } from '../../../src/shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS, NOTE_TEMPLATES, type NoteTemplate } from '../../../src/shared/domain/note/note.ts';
import type { Reading } from '../../../src/shared/domain/reading/reading.schema.ts';
import {
  isShared,
  sharedEmployer,
  sharedView,
  type EmployerPlace,
  type Spoken,
} from '../../../src/shared/domain/shared-view/shared-view.rules.ts';
import { sharedViewSchema, type SharedBody } from '../../../src/shared/domain/shared-view/shared-view.schema.ts';
import { SHARED_STEPS } from '../../../src/shared/domain/shared-view/shared-view.ts';
import type { Explanation } from '../../../src/shared/domain/suggestion/suggestion.schema.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { MEETING_STEPS } from '../../../src/renderer/platform/location.ts';

const TODAY = '2026-09-01' as LocalDate;
const SECRET = 'canari';
/** A day that is nobody's: a date that should not be there shows by its year. */
const DAY = '1901-02-03';
const FIGURE = 987_654;

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

const ids = { id: SECRET, caseId: SECRET, actorId: SECRET, revision: FIGURE } as const;

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

function actionOf(drawn: Pick<Action, 'owner' | 'state' | 'isWithdrawn' | 'dueOn' | 'changedAt'>): Action {
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

const explanation = {
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

const place: EmployerPlace = {
  ...{ communeName: 'Metz', sectorLabel: 'Boulangerie', headcountBand: '11', distanceKm: 1.4 },
  ...{ direction: 'west', wayIn: 'in-person' },
};
const employer = (name: string) =>
  sharedEmployer({
    ...{ name, sentence: 'Bonjour, je cherche du travail.', isRetained: true, explanation },
    // What is known of an employer is more than what is shown of it.
    place: { ...place, siret: SECRET, address: SECRET, contact: SECRET } as EmployerPlace,
  });

const spoken = fc
  .record({
    step: fc.constantFrom(...SHARED_STEPS),
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

const viewAt = (step: SharedBody['step'], change: Partial<Spoken> = {}) => {
  const [base] = fc.sample(spoken, { numRuns: 1, seed: 7 });
  return sharedView({
    ...base!,
    file: { ...base!.file, facts: factsOf(FIELD_NAMES) },
    ...change,
    subject: { step, isDecidedShown: false, ...change.subject },
  });
};

describe('the shared view', () => {
  it('row 44: holds no private word, day or figure of anything it was made of', () => {
    fc.assert(
      fc.property(spoken, (whole) => {
        const view = sharedView(whole);
        expect(sharedViewSchema.parse(view)).toEqual(view);
        const text = JSON.stringify(view);
        for (const hidden of [SECRET, '1901', String(FIGURE), '98765', '987', 'no-voicemail', 'interpreter']) {
          expect(text).not.toContain(hidden);
        }
        if (!whole.subject.isDecidedShown) expect(text).not.toContain('rappeler jeudi');
        if (whole.subject.step !== 'employers') expect(text).not.toContain('Le Pétrin');
      }),
      { numRuns: 400 },
    );
  });

  it('follows the steps of a meeting, each with something of its own', () => {
    expect(SHARED_STEPS).toEqual(MEETING_STEPS);
    for (const step of SHARED_STEPS) expect(viewAt(step).body.step).toBe(step);
  });

  it('shows what the person can do and asks, once they told it', () => {
    expect(viewAt('situation').body).toEqual({
      ...{ step: 'situation', proudOf: 'connaît ses clients', lastJobs: ['Vendeuse, 4 ans'] },
      credentials: [{ label: 'Permis B', expiresOn: '2027-05-01' }],
      ...{ contract: ['permanent'], schedule: 'horaires de jour' },
      conditions: [{ kind: 'load', value: 'moins de 10 kg' }],
    });
    const nothing = viewAt('situation', { file: { ...viewFile(), facts: {} } });
    expect(nothing).toMatchObject({ personName: '', isLargePrint: false, body: { proudOf: null, lastJobs: [] } });
    expect(viewAt('purpose').isLargePrint).toBe(true);
  });

  const at = (text: string, change: Partial<Action> = {}): Action => ({
    ...actionOf({ owner: 'person', state: 'not-yet', isWithdrawn: false, dueOn: null, changedAt: 0 }),
    ...{ text, ...change },
  });

  it('holds no day against the person, and says ours as they are', () => {
    const late = { dueOn: '2026-08-20' } as const;
    const view = viewAt('plan', { actions: [at('hers', late), at('ours', { ...late, owner: 'advisor' })] });
    expect(view.body).toMatchObject({
      actions: [
        { text: 'hers', dueOn: null, progress: 'ahead' },
        { text: 'ours', dueOn: '2026-08-20', progress: 'ahead' },
      ],
    });
  });

  it('tells what the two want to reach from what there is to do', () => {
    const view = viewAt('plan', { actions: [at('a job by day', { kind: 'objective' }), at('to ring up')] });
    expect(view.body).toMatchObject({
      actions: [
        { kind: 'objective', text: 'a job by day' },
        { kind: 'action', text: 'to ring up' },
      ],
    });
  });

  it('says what was done since the last time only', () => {
    const done = (text: string, changedAt: number) => at(text, { state: 'done', changedAt });
    const given = { actions: [done('before', 4), done('since', 6), at('ahead')] };
    const texts = (change: Partial<Spoken>) =>
      (viewAt('since', { ...given, ...change }).body as { actions: readonly { text: string }[] }).actions.map(
        ({ text }) => text,
      );
    expect(texts({ metBefore: 5 })).toEqual(['since', 'ahead']);
    expect(texts({ metBefore: null })).toEqual(['before', 'since', 'ahead']);
  });

  it('shows our two views together, the person’s alone, and the advisor’s never alone', () => {
    const reading = (by: Reading['by'], text: string): Reading => ({ ...ids, by, text, on: DAY, at: 1 });
    const both = [reading('person', 'le matin'), reading('advisor', 'le canal')];
    const said = (readings: readonly Reading[]) => viewAt('readings', { readings }).body;
    expect(said(both)).toEqual({ step: 'readings', person: 'le matin', advisor: 'le canal' });
    expect(said(both.slice(0, 1))).toEqual({ step: 'readings', person: 'le matin', advisor: null });
    expect(said(both.slice(1))).toEqual({ step: 'readings', person: null, advisor: null });
    expect(said([reading('person', ''), both[1]!])).toEqual({ step: 'readings', person: null, advisor: null });
  });

  it('shows what was decided once the advisor chose to, without what was set aside since', () => {
    const [base] = fc.sample(spoken, { numRuns: 1, seed: 7 });
    const shown = (template: NoteTemplate, isDecidedShown = true) =>
      viewAt('note', { note: { ...base!.note, template }, subject: { step: 'note', isDecidedShown } }).body;
    const nothing = { step: 'note', decided: null };
    expect(shown('follow-up')).toEqual({
      step: 'note',
      decided: {
        together: { text: 'rappeler jeudi', links: ['Maison Clerc', 'Passer'] },
        advisorDoes: { text: 'rappeler jeudi', links: [] },
      },
    });
    expect(shown('follow-up', false)).toEqual(nothing);
    // What was not between the two is nobody's to see there.
    for (const template of ['brief', 'not-held', 'employer'] as const) expect(shown(template)).toEqual(nothing);
  });

  it('says why a company is there in words, what counts most first, and nothing where nothing is computed', () => {
    expect(employer('Le Pétrin').reasons).toEqual([
      { factor: 'distance', weight: 'much' },
      { factor: 'size', weight: 'some' },
      { factor: 'potential', weight: 'little', hires: 'more' },
    ]);
    const without = { ...explanation, potential: { ...explanation.potential, basis: 'none' as const }, score: 0 };
    const known = { name: 'x', place, sentence: '', isRetained: false };
    expect(sharedEmployer({ ...known, explanation: without }).reasons).toContainEqual({
      ...{ factor: 'potential', weight: 'nothing', hires: 'unknown' },
    });
    expect(sharedEmployer({ ...known, explanation: null }).reasons).toEqual([]);
  });

  it('holds up no company that said no, never answered, or asked out', () => {
    const shown = APPROACH_STAGES.filter((stage) => isShared({ stage, isOptedOut: false }));
    expect(shown).toEqual(APPROACH_STAGES.filter((stage) => stage !== 'refused' && stage !== 'no-answer'));
    expect(APPROACH_STAGES.some((stage) => isShared({ stage, isOptedOut: true }))).toBe(false);
  });

  function viewFile(): Spoken['file'] {
    return { facts: {}, project: { occupation: null, place: null, reach: null, travel: [] } };
  }
});
