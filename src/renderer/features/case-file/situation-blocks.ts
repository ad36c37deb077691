import type { FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';

export const BLOCK_NAMES = [
  'identity',
  'precautions',
  'understanding',
  'supporters',
  'project',
  'skills',
  'credentials',
  'means',
  'conditions',
  'dates',
  'search',
  'subjects',
] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

export interface SituationBlock {
  readonly name: BlockName;
  readonly fields: readonly FieldName[];
  /** Behind one more step: what is seldom needed, or needed by nobody else who looks at the screen. */
  readonly folded: readonly { readonly title: FoldName; readonly fields: readonly FieldName[] }[];
}

export type FoldName = 'civil' | 'project2' | 'project3' | 'project4' | 'project5';

export const PROJECT_PARTS = [
  'occupation',
  'place',
  'reach',
  'travel',
  'contract',
  'schedule',
  'availableFrom',
  'salaryFloor',
] as const;

export function projectFields(number: 1 | 2 | 3 | 4 | 5): readonly FieldName[] {
  return PROJECT_PARTS.map((part) => `project${number}.${part}` as const);
}

/** The twelve blocks of *Situation*, in their order: what the person can do comes before what is difficult. */
export const SITUATION_BLOCKS: readonly SituationBlock[] = [
  {
    name: 'identity',
    fields: ['name', 'civility', 'phones', 'email', 'bestHours'],
    folded: [{ title: 'civil', fields: ['civilName', 'birthDate', 'address'] }],
  },
  { name: 'precautions', fields: ['precautions'], folded: [] },
  { name: 'understanding', fields: ['understanding'], folded: [] },
  { name: 'supporters', fields: ['supporters'], folded: [] },
  {
    name: 'project',
    fields: projectFields(1),
    folded: ([2, 3, 4, 5] as const).map((number) => ({
      title: `project${number}` as const,
      fields: projectFields(number),
    })),
  },
  { name: 'skills', fields: ['lastJobs', 'proudOf'], folded: [] },
  { name: 'credentials', fields: ['credentials'], folded: [] },
  { name: 'means', fields: ['transport', 'telephone', 'internet', 'cv'], folded: [] },
  { name: 'conditions', fields: ['conditions'], folded: [] },
  {
    name: 'dates',
    fields: ['registeredOn', 'allowanceEnds', 'contractOn', 'rightToWorkCheckBy', 'supportMode', 'supportSince'],
    folded: [],
  },
  { name: 'search', fields: ['searchSince', 'searchChannels', 'interviews'], folded: [] },
  {
    name: 'subjects',
    fields: [
      'subjectTravel',
      'subjectCare',
      'subjectHealth',
      'subjectReading',
      'subjectHousing',
      'subjectBudget',
      'subjectFormalities',
    ],
    folded: [],
  },
];

type PlainName<N extends FieldName> = N extends `project${number}.${infer P}` ? P : N;
export type FieldLabelKey = PlainName<FieldName>;

/** The words of a field: the parts of every project have the same. */
export function labelKeyOf(field: FieldName): FieldLabelKey {
  return field.replace(/^project\d\./, '') as FieldLabelKey;
}
