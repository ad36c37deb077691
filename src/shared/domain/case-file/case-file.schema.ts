import { z } from 'zod';
import { ABSENCE_REASONS, HOLDINGS } from '../hand-over/hand-over.ts';
import { jobProjectSchema, projectPartSchemas } from '../job-project/job-project.schema.ts';
import { romeCodeSchema } from '../occupation/occupation.schema.ts';
import {
  idSchema,
  instantSchema,
  localDateSchema,
  monthSchema,
  revisionSchema,
  textSchema,
} from '../operation/operation.schema.ts';
import { communeCodeSchema } from '../place/place.schema.ts';
import { retentionSchema } from '../retention/retention.schema.ts';
import { CLOSING_REASONS, MOST_TAGS, PROJECT_COUNT } from './case-file.ts';

export const PRECAUTIONS = ['no-voicemail', 'no-post', 'no-email', 'nothing-to-take-home', 'meet-elsewhere'] as const;
export const UNDERSTANDING = ['large-print', 'read-aloud', 'interpreter', 'sign-language'] as const;
export const MEANS_STATES = ['yes', 'partly', 'no', 'not-discussed'] as const;
export const SUBJECT_STATES = ['yes', 'no', 'not-discussed', 'settled'] as const;
export const SUBJECTS = ['travel', 'care', 'health', 'reading', 'housing', 'budget', 'formalities'] as const;
export const CONDITIONS = ['hours', 'load', 'standing', 'driving', 'noise', 'zone', 'other'] as const;
export const CHANNELS = ['adverts', 'spontaneous', 'network', 'agencies', 'events', 'social-networks'] as const;
export const SUPPORT_MODES = ['standard', 'guided', 'reinforced', 'youth-contract'] as const;
/** Who said a fact: the person, the advisor, or a file that was imported. */
export const SAID_BY = ['person', 'advisor', 'file'] as const;

export const supportModeSchema = z.enum(SUPPORT_MODES);
export type SupportMode = z.infer<typeof supportModeSchema>;
export type Precaution = (typeof PRECAUTIONS)[number];

const meansSchema = z.enum(MEANS_STATES);
const nameSchema = z.strictObject({ first: textSchema(60).min(1), last: textSchema(60) });
const subjectSchema = z.strictObject({ state: z.enum(SUBJECT_STATES), settledOn: localDateSchema.nullable() });
export type SubjectFact = z.infer<typeof subjectSchema>;

/**
 * The facts of *Situation*, each optional, dated and signed by who said it. What is not here is not asked: no social
 * security number, birthplace, nationality, marital status, diagnosis or photograph.
 */
const personFields = {
  /** As used: what the header, the lists and paper say. */
  name: nameSchema,
  civility: z.enum(['madame', 'monsieur']),
  /** Only where it differs and a form asks for it: shown folded. */
  civilName: nameSchema,
  birthDate: localDateSchema,
  address: textSchema(200),
  phones: z.array(z.strictObject({ number: textSchema(30).min(4) })).max(3),
  email: textSchema(120),
  bestHours: textSchema(120),
  /** No reason is recorded, none is asked. */
  precautions: z.array(z.enum(PRECAUTIONS)).max(5),
  understanding: z.array(z.enum(UNDERSTANDING)).max(4),
  supporters: z
    .array(
      z.strictObject({
        name: textSchema(80).min(1),
        role: textSchema(80),
        organisation: textSchema(80),
        phone: textSchema(30),
        /** The day the person agreed to it. */
        agreedOn: localDateSchema.nullable(),
      }),
    )
    .max(5),
  lastJobs: z.array(z.strictObject({ line: textSchema(140).min(1) })).max(3),
  proudOf: textSchema(300),
  credentials: z.array(z.strictObject({ label: textSchema(80).min(1), expiresOn: localDateSchema.nullable() })).max(12),
  transport: meansSchema,
  telephone: meansSchema,
  internet: meansSchema,
  cv: meansSchema,
  /** What must be kept to, with the value the person gave: never its cause. */
  conditions: z
    .array(z.strictObject({ kind: z.enum(CONDITIONS), value: textSchema(120), until: localDateSchema.nullable() }))
    .max(8),
  registeredOn: localDateSchema,
  allowanceEnds: monthSchema,
  contractOn: localDateSchema,
  rightToWorkCheckBy: localDateSchema,
  /** Stays in the file: never in an export, a view of supervision or the sheet (R10). */
  searchSince: monthSchema,
  searchChannels: z.array(z.enum(CHANNELS)).max(6),
  interviews: z.number().int().min(0).max(999),
  subjectTravel: subjectSchema,
  subjectCare: subjectSchema,
  subjectHealth: subjectSchema,
  subjectReading: subjectSchema,
  subjectHousing: subjectSchema,
  subjectBudget: subjectSchema,
  subjectFormalities: subjectSchema,
  supportMode: supportModeSchema,
  supportSince: localDateSchema,
} as const;

type ProjectNumber = 1 | 2 | 3 | 4 | 5;
type ProjectFieldName = `project${ProjectNumber}.${keyof typeof projectPartSchemas}`;
type ProjectFields = {
  readonly [
    N in ProjectFieldName
  ]: N extends `project${ProjectNumber}.${infer P extends keyof typeof projectPartSchemas}`
    ? (typeof projectPartSchemas)[P]
    : never;
};

const projectFields = Object.fromEntries(
  Array.from({ length: PROJECT_COUNT }, (_, index) =>
    Object.entries(projectPartSchemas).map(([part, schema]) => [`project${index + 1}.${part}`, schema] as const),
  ).flat(),
) as unknown as ProjectFields;

/** The shape of each field's value; null, in a command, takes the fact away. */
export const fieldSchemas = { ...personFields, ...projectFields } as const;
export type FieldName = keyof typeof fieldSchemas;
export type FieldValue<N extends FieldName> = z.output<(typeof fieldSchemas)[N]>;
export const FIELD_NAMES = Object.keys(fieldSchemas) as FieldName[];
export const fieldNameSchema = z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]);

export const saidBySchema = z.enum(SAID_BY);
export type SaidBy = z.infer<typeof saidBySchema>;

/** One fact with its value, who said it and when, and the revision a change must have seen. */
export interface Fact<N extends FieldName = FieldName> {
  /** Null once the fact was taken away: its revision stays. */
  readonly value: FieldValue<N> | null;
  readonly saidBy: SaidBy;
  /** The day it was said. */
  readonly saidOn: string;
  readonly actorId: string;
  readonly at: number;
  readonly revision: number;
}
export type Facts = { readonly [N in FieldName]?: Fact<N> };

const factSchema = (value: z.ZodType) =>
  z.strictObject({
    value,
    saidBy: saidBySchema,
    saidOn: localDateSchema,
    actorId: idSchema,
    at: instantSchema,
    revision: revisionSchema,
  });

const factsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(fieldSchemas).map(([name, schema]) => [name, factSchema(schema.nullable()).optional()]),
  ),
) as unknown as z.ZodType<Facts>;

/**
 * A new value for one field: the pair is checked together, so that a field never holds another's value, and gives the
 * value as its field has it (text without the spaces around).
 */
export const fieldChangeSchema = z
  .strictObject({ field: fieldNameSchema, value: z.unknown() })
  .transform(({ field, value }, context): { readonly field: FieldName; readonly value: unknown } => {
    if (value === null && field !== 'name') return { field, value };
    const parsed = fieldSchemas[field].safeParse(value);
    if (parsed.success) return { field, value: parsed.data };
    for (const { code, path } of parsed.error.issues) {
      context.addIssue({ code: 'custom', message: code, path: ['value', ...path] });
    }
    return z.NEVER;
  });

/** What a support ended in, when it is known to have ended in something. */
export const REACHED_OUTCOMES = [
  'lasting-job',
  'short-job',
  'training',
  'own-business',
  'moved',
  'person-request',
  'retirement',
] as const;
export type ReachedOutcome = (typeof REACHED_OUTCOMES)[number];
export const OUTCOMES = [...REACHED_OUTCOMES, 'still-searching', 'not-known'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcomeSchema>;

export const closingReasonSchema = z.enum(CLOSING_REASONS);
export type ClosingReason = z.infer<typeof closingReasonSchema>;

export const tagIdsSchema = z.array(idSchema).max(MOST_TAGS);

export const caseFileSchema = z.strictObject({
  id: idSchema,
  advisorId: idSchema,
  advisorName: z.string(),
  /** How whoever asks holds it today. */
  holding: z.enum(HOLDINGS),
  /** Who stands in today. */
  standIn: z
    .strictObject({ accountId: idSchema, name: z.string(), until: localDateSchema, reason: z.enum(ABSENCE_REASONS) })
    .nullable(),
  createdAt: instantSchema,
  closedOn: localDateSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  /** Null for an open file, and for one closed before reasons were asked. */
  closingReason: closingReasonSchema.nullable(),
  /** Out of the lists since that day: a closed file only. */
  archivedOn: localDateSchema.nullable(),
  tagIds: tagIdsSchema.readonly(),
  retention: retentionSchema,
  /** R11: the person said no to computing. */
  isComputingOff: z.boolean(),
  /** Of the switch, the closing, the archive and the tags: what changes them must have seen it. */
  revision: revisionSchema,
  facts: factsSchema,
  /** The first job project, as engines read it. */
  project: jobProjectSchema,
  /** The radius that stands for it, in km, and whether it is a guess from a time. */
  radiusKm: z.number().int(),
  isRadiusEstimated: z.boolean(),
  lastContactOn: localDateSchema.nullable(),
  nextAppointment: z.strictObject({ id: idSchema, startsAt: instantSchema }).nullable(),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

export const DEADLINE_KINDS = [
  'credential',
  'right-to-work',
  'allowance',
  'contract',
  'condition',
  'call-back',
  'answer',
] as const;
/** A date that something must be done before, within ninety days or past. */
export const deadlineSchema = z.strictObject({
  kind: z.enum(DEADLINE_KINDS),
  /**
   * The name of a permit or certificate, which condition (`CONDITIONS`), or the employer to call back or whose answer is
   * awaited; empty for the others, told by their kind.
   */
  label: z.string(),
  on: localDateSchema,
});
export type Deadline = z.infer<typeof deadlineSchema>;

const sharedSchema = z.strictObject({ name: z.string(), until: localDateSchema });

/** One line of the portfolio. No score, no rank: people are listed by name or by date (R9). */
export const portfolioRowSchema = z.strictObject({
  id: idSchema,
  first: z.string(),
  last: z.string(),
  /** Tells homonyms apart. */
  birthDate: localDateSchema.nullable(),
  project: z.string().nullable(),
  occupationRome: romeCodeSchema.nullable(),
  place: z.string().nullable(),
  /** Code of the commune. */
  placeCode: communeCodeSchema.nullable(),
  reach: projectPartSchemas.reach.nullable(),
  travel: projectPartSchemas.travel.readonly(),
  supportMode: supportModeSchema.nullable(),
  createdOn: localDateSchema,
  /** The rhythm is counted from it, or from `createdOn` where there was none. */
  lastContactOn: localDateSchema.nullable(),
  /** Days between two contacts by the kind of support: ours. */
  rhythmDays: z.number().int(),
  /** Days beyond the rhythm of the support; null when in time. The delay is ours. */
  overdueDays: z.number().int().nullable(),
  nextAppointmentAt: instantSchema.nullable(),
  openActions: z.number().int(),
  /** The advisor's own next promise. */
  promise: z.strictObject({ text: z.string(), dueOn: localDateSchema.nullable() }).nullable(),
  /** A permit or certificate that expires within ninety days. */
  expiry: z.strictObject({ label: z.string(), expiresOn: localDateSchema }).nullable(),
  /** The first to come first. */
  deadlines: z.array(deadlineSchema).readonly(),
  tagIds: tagIdsSchema.readonly(),
  retained: z.number().int(),
  isComputingOff: z.boolean(),
  closedOn: localDateSchema.nullable(),
  archivedOn: localDateSchema.nullable(),
  /** The colleague whose file it is, until the last day of standing in; null for one’s own. */
  standsInFor: sharedSchema.nullable(),
  /** The colleague who stands in today for whoever asks. */
  standIn: sharedSchema.nullable(),
});
export type PortfolioRow = z.infer<typeof portfolioRowSchema>;
