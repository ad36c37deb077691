import type { TFunction } from 'i18next';
import type {
  FieldName,
  FieldValue,
  Precaution,
  SubjectFact,
  SupportMode,
} from '../../../shared/domain/case-file/case-file.schema.ts';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { dayText, monthText } from '../../i18n/formats.ts';
import type { ValueShape } from '../../ui/value-shape.ts';
import {
  chipsShape,
  choiceShape,
  dateShape,
  linesShape,
  numberShape,
  recordShape,
  textShape,
} from '../../ui/value-shapes.tsx';
import { subjectShape } from './subject-shape.tsx';

type Shapes<N extends FieldName> = { readonly [K in N]: ValueShape<FieldValue<K>> };
type ProjectFieldName = Extract<FieldName, `project${number}.${string}`>;
export type PersonFieldName = Exclude<FieldName, ProjectFieldName>;
export type PersonShapes = Shapes<PersonFieldName>;

const PRECAUTIONS: readonly Precaution[] = [
  'no-voicemail',
  'no-post',
  'no-email',
  'nothing-to-take-home',
  'meet-elsewhere',
];
const UNDERSTANDING = ['large-print', 'read-aloud', 'interpreter', 'sign-language'] as const;
const MEANS = ['yes', 'partly', 'no', 'not-discussed'] as const;
const CHANNELS = ['adverts', 'spontaneous', 'network', 'agencies', 'events', 'social-networks'] as const;
const CONDITIONS = ['hours', 'load', 'standing', 'driving', 'noise', 'zone', 'other'] as const;
const SUPPORT_MODES: readonly SupportMode[] = ['standard', 'guided', 'reinforced', 'youth-contract'];

type Words<V extends string> = Readonly<Record<V, string>>;

function wordsOf<V extends string>(values: readonly V[], word: (value: V) => string): Words<V> {
  return Object.fromEntries(values.map((value) => [value, word(value)])) as Words<V>;
}

const readAll = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

/** The shape of every fact that is about the person: the job project has its own. */
export function personShapes(t: TFunction, language: string): PersonShapes {
  const day = (value: string): string => dayText(value, language);
  const date = dateShape('date', day);
  const month = dateShape('month', (value) => monthText(value, language));
  const means = choiceShape(
    MEANS,
    wordsOf(MEANS, (state) => t(`facts.means.${state}`)),
  );
  const lineWords = { add: t('facts.addLine'), remove: t('facts.removeLine') };
  const subject: ValueShape<SubjectFact> = subjectShape(t, language);
  const name = recordShape<FieldValue<'name'>>({
    columns: [
      { key: 'first', label: t('facts.columns.first'), kind: 'text', max: 60, isUnchecked: true },
      { key: 'last', label: t('facts.columns.last'), kind: 'text', max: 60, isUnchecked: true },
    ],
    empty: { first: '', last: '' },
    readLine: spokenName,
    isKept: ({ first }) => first !== '',
  });
  return {
    name,
    civilName: name,
    civility: choiceShape(
      ['madame', 'monsieur'],
      wordsOf(['madame', 'monsieur'], (value) => t(`facts.civilities.${value}`)),
    ),
    birthDate: date,
    address: textShape({ max: 200, isUnchecked: true }),
    phones: linesShape<FieldValue<'phones'>[number]>({
      columns: [{ key: 'number', label: t('facts.columns.number'), kind: 'text', max: 30, isUnchecked: true }],
      empty: { number: '' },
      max: 3,
      words: lineWords,
      readLine: ({ number }) => number,
      isKept: ({ number }) => number.length >= 4,
    }),
    email: textShape({ max: 120, type: 'email' }),
    bestHours: textShape({ max: 120 }),
    precautions: chipsShape(
      PRECAUTIONS,
      wordsOf(PRECAUTIONS, (value) => t(`facts.precautionWords.${value}`)),
    ),
    understanding: chipsShape(
      UNDERSTANDING,
      wordsOf(UNDERSTANDING, (value) => t(`facts.understandingWords.${value}`)),
    ),
    supporters: linesShape<FieldValue<'supporters'>[number]>({
      columns: [
        { key: 'name', label: t('facts.columns.name'), kind: 'text', max: 80, isUnchecked: true },
        { key: 'role', label: t('facts.columns.role'), kind: 'text', max: 80 },
        { key: 'organisation', label: t('facts.columns.organisation'), kind: 'text', max: 80 },
        { key: 'phone', label: t('facts.columns.number'), kind: 'text', max: 30, isUnchecked: true },
        { key: 'agreedOn', label: t('facts.columns.agreedOn'), kind: 'date' },
      ],
      empty: { name: '', role: '', organisation: '', phone: '', agreedOn: null },
      max: 5,
      words: lineWords,
      readLine: ({ name: who, role, organisation, phone, agreedOn }) =>
        readAll([
          who,
          role,
          organisation,
          phone,
          agreedOn === null ? t('facts.notAgreedYet') : t('facts.agreedOn', { day: day(agreedOn) }),
        ]),
      isKept: ({ name: who }) => who !== '',
    }),
    lastJobs: linesShape<FieldValue<'lastJobs'>[number]>({
      columns: [{ key: 'line', label: t('facts.columns.job'), kind: 'text', max: 140, width: 'wide' }],
      empty: { line: '' },
      max: 3,
      words: lineWords,
      readLine: ({ line }) => line,
      isKept: ({ line }) => line !== '',
    }),
    proudOf: textShape({ max: 300, lines: 3 }),
    credentials: linesShape<FieldValue<'credentials'>[number]>({
      columns: [
        { key: 'label', label: t('facts.columns.credential'), kind: 'text', max: 80, width: 'wide' },
        { key: 'expiresOn', label: t('facts.columns.expiresOn'), kind: 'date' },
      ],
      empty: { label: '', expiresOn: null },
      max: 12,
      words: lineWords,
      readLine: ({ label, expiresOn }) =>
        readAll([label, expiresOn === null ? null : t('facts.expiresOn', { day: day(expiresOn) })]),
      isKept: ({ label }) => label !== '',
    }),
    transport: means,
    telephone: means,
    internet: means,
    cv: means,
    conditions: linesShape<FieldValue<'conditions'>[number]>({
      columns: [
        {
          key: 'kind',
          label: t('facts.columns.kind'),
          kind: 'choice',
          choices: CONDITIONS.map((value) => ({ value, label: t(`facts.conditionWords.${value}`) })),
        },
        { key: 'value', label: t('facts.columns.value'), kind: 'text', max: 120, width: 'wide' },
        { key: 'until', label: t('facts.columns.until'), kind: 'date' },
      ],
      empty: { kind: 'hours', value: '', until: null },
      max: 8,
      words: lineWords,
      readLine: ({ kind, value, until }) =>
        readAll([
          t('facts.condition', { kind: t(`facts.conditionWords.${kind}`), value }),
          until === null ? null : t('facts.until', { day: day(until) }),
        ]),
      isKept: ({ value }) => value !== '',
    }),
    registeredOn: date,
    allowanceEnds: month,
    contractOn: date,
    rightToWorkCheckBy: date,
    searchSince: month,
    searchChannels: chipsShape(
      CHANNELS,
      wordsOf(CHANNELS, (value) => t(`facts.channelWords.${value}`)),
    ),
    interviews: numberShape({ min: 0, max: 999 }),
    subjectTravel: subject,
    subjectCare: subject,
    subjectHealth: subject,
    subjectReading: subject,
    subjectHousing: subject,
    subjectBudget: subject,
    subjectFormalities: subject,
    supportMode: choiceShape(
      SUPPORT_MODES,
      wordsOf(SUPPORT_MODES, (value) => t(`facts.supportModes.${value}`)),
    ),
    supportSince: date,
  };
}
