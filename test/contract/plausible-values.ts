import fc from 'fast-check';
import { FIELD_NAMES } from '../../src/shared/domain/case-file/case-file.schema.ts';
import { NOTE_SECTIONS } from '../../src/shared/domain/note/note.ts';

const WORDS = fc.constantFrom(
  ...['metz', 'st julien', '57', '57000', 'CEDEX', 'boulang', 'cuis rest', 'd1106', 'vendeuse', 'ééé', '%', '3d'],
);
const TYPED = fc.oneof(
  WORDS,
  fc.constantFrom(
    '',
    ' ',
    'N’est pas venu',
    'a\nb',
    'tab\there',
    '\u0000',
    '\u200B',
    'x'.repeat(161),
    'y'.repeat(1001),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const DAY = fc.constantFrom<unknown>('2026-09-01', '2026-02-29', '2024-02-29', '0001-01-01', '2026-9-1', null);
/** Known to nobody: what is not found once must not be found when it is asked again. */
const ID = fc.oneof(
  fc.uuid({ version: 7 }),
  fc.uuid(),
  fc.constantFrom('', 'a', '0191a2b3-0000-9000-8000-000000000000'),
);
const SIRET = fc.constantFrom(
  ...['30000791900013', '40076022400013', '00000000000000', '20091860400013', '3000079190001'],
);

/** Values of every shape that a field of the case file may hold: right for some fields, wrong for the others. */
const FIELD_VALUE = fc.oneof(
  TYPED,
  DAY,
  fc.constantFrom<unknown>(
    ...[null, true, 0, 12, 1000, -1, 'madame', 'guided', 'yes', 'not-discussed', '2026-09'],
    ...[[], ['no-voicemail'], ['large-print', 'read-aloud'], ['car', 'bus'], ['permanent'], ['adverts', 'network']],
    ...[{ first: 'Nadia', last: 'Ferrand' }, { first: '', last: '' }, { first: 'A' }, [{ number: '03 87 00 00 00' }]],
    ...[[{ line: 'Vendeuse, 2019–2024' }], [{ label: 'CACES 3', expiresOn: '2026-12-01' }], [{ label: '' }]],
    ...[{ state: 'settled', settledOn: '2026-09-01' }, { state: 'settled' }, { kind: 'distance', km: 20 }],
    ...[
      { kind: 'time', minutes: 45 },
      { kind: 'distance', minutes: 45 },
      { amount: 13, per: 'hour' },
    ],
    ...[[{ kind: 'load', value: '10 kg', until: null }], { communeCode: '57463', name: 'Metz' }],
  ),
);

const LIST = fc.record({
  radiusKm: fc.constantFrom(null, 1, 30, 200, 0),
  group: fc.constantFrom('private', 'public', 'agency'),
  sections: fc.subarray(['G', 'I']),
  sizes: fc.subarray(['1-9', '10-49', '50-249', '250+']),
  order: fc.constantFrom('plain', 'spread', 'distance', 'name'),
});

const BODY = fc.record({
  on: DAY,
  modality: fc.constantFrom('on-site', 'telephone', 'video', 'by-post'),
  sections: fc.record(Object.fromEntries(NOTE_SECTIONS.map((section) => [section, TYPED]))),
  template: fc.constantFrom('first', 'follow-up', 'not-held', 'letter'),
  notHeld: fc.constantFrom(null, 'missed', 'ill'),
  why: TYPED,
  links: fc.array(fc.record({ kind: fc.constantFrom('decision', 'action', 'note'), id: ID }), { maxLength: 3 }),
  corrects: fc.oneof(fc.constant(null), ID),
});

/** By the name of the field, values that a schema lets through more often than not. */
export const PLAUSIBLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: TYPED,
  limit: fc.integer({ min: 0, max: 101 }),
  rome: fc.constantFrom('D1102', 'L1510', 'A1101', 'M1607'),
  romes: fc.array(fc.constantFrom('D1102', 'D1106', 'K1304', 'M1607', 'A1101'), { maxLength: 6 }),
  communeCode: fc.constantFrom('57463', '2A004', '97411', '98818', '57600', '75056', '00000'),
  radiusKm: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 201 })),
  group: fc.constantFrom('private', 'public', 'agency'),
  sections: fc.subarray(['A', 'C', 'G', 'I', 'U'], { minLength: 0 }),
  sizes: fc.subarray(['1-9', '10-49', '50-249', '250+']),
  order: fc.constantFrom('plain', 'spread', 'distance', 'name'),
  seed: fc.string({ unit: 'binary', maxLength: 70 }),
  offset: fc.constantFrom(0, 1, 20, 1_000_000, 1_000_001),
  siret: SIRET,
  name: fc.oneof(fc.constantFrom('own', 'demonstration', 'other'), TYPED),
  folderId: fc.constantFrom('folder-1', 'folder-999999999', 'folder-0', '../folder-1'),
  zoom: fc.constantFrom(90, 100, 95),
  theme: fc.constantFrom('system', 'dark', 'pink'),
  // who sits there
  accountId: ID,
  passphrase: TYPED,
  agency: TYPED,
  // case files: revisions that existed before, or never will
  commandId: ID,
  caseId: ID,
  opId: ID,
  actionId: ID,
  noteId: ID,
  template: fc.constantFrom<unknown>(null, 'first', 'letter'),
  why: TYPED,
  baseRevision: fc.constantFrom<unknown>(0, 1, 999_999, -1, 0.5),
  change: fc.record({ field: fc.constantFrom(...FIELD_NAMES, 'nir', 'project6.place'), value: FIELD_VALUE }),
  field: fc.constantFrom(...FIELD_NAMES, 'birthplace'),
  saidBy: fc.constantFrom('person', 'advisor', 'file', 'machine'),
  saidOn: DAY,
  isOff: fc.boolean(),
  reason: TYPED,
  first: TYPED,
  last: TYPED,
  phone: fc.constantFrom('', '03 87 00 00 00', '+33387000000', '0'.repeat(31)),
  supportMode: fc.constantFrom<unknown>(null, 'standard', 'guided', 'reinforced', 'absent'),
  // what is done with a person
  on: DAY,
  channel: fc.constantFrom('telephone', 'email', 'text-message', 'pigeon'),
  initiatedBy: fc.constantFrom('person', 'us', 'partner', 'machine'),
  isExchange: fc.boolean(),
  line: TYPED,
  startsAt: fc.constantFrom(0, 1_790_000_000_000, 8_640_000_000_000_000, 8_640_000_000_000_001, -1),
  minutes: fc.integer({ min: 4, max: 241 }),
  modality: fc.constantFrom('on-site', 'telephone', 'video', 'home', 'by-post'),
  purpose: TYPED,
  owner: fc.constantFrom('person', 'advisor', 'partner', 'machine'),
  dueOn: DAY,
  kind: fc.constantFrom('action', 'objective', 'review', 'goal'),
  partner: TYPED,
  serves: fc.oneof(fc.constant(null), ID),
  decisionId: fc.oneof(fc.constant(null), ID),
  isTogether: fc.boolean(),
  signedOn: DAY,
  startsOn: DAY,
  endsOn: fc.oneof(fc.constant(null), DAY),
  weeklyHours: fc.constantFrom<unknown>(null, 0, 15, 49, 1.5),
  commitments: fc.array(TYPED, { maxLength: 13 }),
  reference: TYPED,
  replaces: fc.oneof(fc.constant(null), ID),
  closedOn: DAY,
  situation: fc.constantFrom('lasting-job', 'not-known', 'sanction'),
  state: fc.constantFrom('not-yet', 'in-progress', 'done', 'no-longer-useful', 'failed'),
  // decisions and notes
  item: fc.oneof(
    fc.record({ kind: fc.constantFrom('establishment', 'own'), siret: SIRET }),
    fc.record({ kind: fc.constantFrom('own', 'establishment'), ownEmployerId: ID }),
  ),
  outcome: fc.constantFrom('retained', 'set-aside', 'later', 'accepted'),
  reasons: fc.array(fc.constantFrom('too-far', 'hours', 'closed', 'other', 'health'), { maxLength: 5 }),
  words: TYPED,
  list: fc.oneof(fc.constant(null), LIST),
  communeName: TYPED,
  approach: TYPED,
  body: BODY,
  // what leaves
  sheetId: ID,
  paper: fc.constantFrom('sheet', 'situation', 'employers', 'file', 'portfolio'),
  medium: fc.constantFrom('paper', 'pdf', 'screen', 'data', 'fax'),
  isLarge: fc.boolean(),
  isReadTogether: fc.boolean(),
  bring: fc.array(fc.constantFrom('cv', 'sheet', 'passport'), { maxLength: 3 }),
  way: fc.constantFrom('in-person', 'post', 'email', 'pigeon'),
};
