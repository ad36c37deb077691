import { z } from 'zod';
import { ACTION_OWNERS } from '../action/action.schema.ts';
import { ACTION_KINDS } from '../action/action.ts';
import { modalitySchema } from '../appointment/appointment.schema.ts';
import { CONDITIONS } from '../case-file/case-file.schema.ts';
import { decisionItemSchema } from '../decision/decision.schema.ts';
import { headcountBandSchema } from '../employer/employer.schema.ts';
import { jobProjectSchema, projectPartSchemas } from '../job-project/job-project.schema.ts';
import { idSchema, instantSchema, localDateSchema } from '../operation/operation.schema.ts';
import { caseListQuerySchema } from '../suggestion/case-list.schema.ts';
import { MEETING_STEPS } from '../appointment/appointment.ts';
import { ACTION_PROGRESS, DIRECTIONS, HIRES, WAYS_IN, WEIGHTS } from './shared-view.ts';

/** What the two are speaking of: where the advisor is, and what the advisor points at. Nothing of what is shown. */
export const sharedSubjectSchema = z.strictObject({
  caseId: idSchema,
  step: z.enum(MEETING_STEPS),
  /** The employer pointed at, and the list it is in where it is in one. */
  pointed: z
    .strictObject({ item: decisionItemSchema, list: caseListQuerySchema.omit({ caseId: true }).nullable() })
    .nullable(),
  /** The advisor chose to show what the note says was decided. */
  isDecidedShown: z.boolean(),
});
export type SharedSubject = z.infer<typeof sharedSubjectSchema>;

export const sharedActionSchema = z.strictObject({
  kind: z.enum(ACTION_KINDS),
  owner: z.enum(ACTION_OWNERS),
  text: z.string(),
  /** Null where there is none, or where it has passed and the action is the person's own. */
  dueOn: localDateSchema.nullable(),
  progress: z.enum(ACTION_PROGRESS),
});
export type SharedAction = z.infer<typeof sharedActionSchema>;

/** Why an employer is there: what counts, what counts most first, in levels. No figure of the estimate. */
export const sharedReasonSchema = z.discriminatedUnion('factor', [
  z.strictObject({ factor: z.literal('potential'), weight: z.enum(WEIGHTS), hires: z.enum(HIRES) }),
  z.strictObject({ factor: z.literal('distance'), weight: z.enum(WEIGHTS) }),
  z.strictObject({ factor: z.literal('size'), weight: z.enum(WEIGHTS) }),
]);
export type SharedReason = z.infer<typeof sharedReasonSchema>;

export const sharedEmployerSchema = z.strictObject({
  /** The sign, or the name where there is none. */
  name: z.string(),
  communeName: z.string().nullable(),
  sectorLabel: z.string().nullable(),
  headcountBand: headcountBandSchema.nullable(),
  /** From the place of the project, in a straight line; null where one of the two is not known. */
  distanceKm: z.number().nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  wayIn: z.enum(WAYS_IN).nullable(),
  /** In French, as it is said. */
  sentence: z.string(),
  isRetained: z.boolean(),
  /** Empty where nothing was computed. */
  reasons: z.array(sharedReasonSchema).max(3).readonly(),
});
export type SharedEmployer = z.infer<typeof sharedEmployerSchema>;

const actions = z.array(sharedActionSchema).readonly();
const retained = z.array(sharedEmployerSchema).readonly();
const nextMeeting = z.strictObject({ startsAt: instantSchema, modality: modalitySchema }).nullable();

/** A heading of the note: what is written under it, and what it points to. */
const sharedSectionSchema = z.strictObject({ text: z.string(), links: z.array(z.string()).readonly() });
export type SharedSection = z.infer<typeof sharedSectionSchema>;

/** What is shown of the step that is spoken of. A step shows what is written here: what is added elsewhere stays out. */
const sharedBodySchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('purpose'), purpose: z.string().nullable(), promises: actions }),
  z.strictObject({ step: z.literal('since'), actions }),
  z.strictObject({
    step: z.literal('situation'),
    proudOf: z.string().nullable(),
    lastJobs: z.array(z.string()).readonly(),
    credentials: z.array(z.strictObject({ label: z.string(), expiresOn: localDateSchema.nullable() })).readonly(),
    contract: projectPartSchemas.contract.readonly(),
    schedule: z.string().nullable(),
    conditions: z.array(z.strictObject({ kind: z.enum(CONDITIONS), value: z.string() })).readonly(),
  }),
  /** The advisor's is there once both are: neither answers the other. */
  z.strictObject({ step: z.literal('readings'), person: z.string().nullable(), advisor: z.string().nullable() }),
  z.strictObject({ step: z.literal('employers'), pointed: sharedEmployerSchema.nullable(), retained }),
  z.strictObject({ step: z.literal('plan'), actions, retained }),
  z.strictObject({
    step: z.literal('note'),
    /** Null until the advisor chooses to show it. */
    decided: z.strictObject({ together: sharedSectionSchema, advisorDoes: sharedSectionSchema }).nullable(),
  }),
  z.strictObject({ step: z.literal('wrapUp'), actions, retained, next: nextMeeting }),
]);
export type SharedBody = z.infer<typeof sharedBodySchema>;
export type SharedBodyOf<S extends SharedBody['step']> = Extract<SharedBody, { readonly step: S }>;

/** All that the person's screen is given, whoever looks at it. */
export const sharedViewSchema = z.strictObject({
  /** As used. */
  personName: z.string(),
  isLargePrint: z.boolean(),
  project: jobProjectSchema,
  body: sharedBodySchema,
});
export type SharedView = z.infer<typeof sharedViewSchema>;
