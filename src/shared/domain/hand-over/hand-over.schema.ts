import { z } from 'zod';
import { mediumSchema, paperKindSchema } from '../paper/paper.schema.ts';
import { accountIdSchema } from '../access/access.schema.ts';
import { ACTION_OWNERS } from '../action/action.schema.ts';
import { modalitySchema } from '../appointment/appointment.schema.ts';
import { fieldSchemas } from '../case-file/case-file.schema.ts';
import { jobProjectSchema } from '../job-project/job-project.schema.ts';
import { idSchema, instantSchema, localDateSchema } from '../operation/operation.schema.ts';
import { ABSENCE_REASONS, TRANSFER_REASONS, VISIT_REASONS } from './hand-over.ts';

export const absenceReasonSchema = z.enum(ABSENCE_REASONS);
export const transferReasonSchema = z.enum(TRANSFER_REASONS);
export const visitReasonSchema = z.enum(VISIT_REASONS);

/** Another advisor of the agency. Files are told by their identifiers alone: no name before a reason is given. */
export const colleagueSchema = z.strictObject({
  id: accountIdSchema,
  name: z.string(),
  /** The files whose meeting of today is still to be held, in the order of the hours, where nobody stands in yet. */
  meetingsToday: z.array(idSchema).readonly(),
  /** Every open file, for a supervisor; empty for a colleague. */
  files: z.array(idSchema).readonly(),
});
export type Colleague = Readonly<z.infer<typeof colleagueSchema>>;

/** What a search by name says of a file of a colleague: enough not to take one person for another. */
export const foundElsewhereSchema = z.strictObject({
  caseId: idSchema,
  first: z.string(),
  last: z.string(),
  advisorName: z.string(),
});
export type FoundElsewhere = Readonly<z.infer<typeof foundElsewhereSchema>>;

/**
 * What two minutes suffice to read before meeting a person whom a colleague accompanies. It has what people agreed on and
 * nothing of what was refused, not done, missed or how much is searched (R10).
 */
export const handOverPageSchema = z.strictObject({
  caseId: idSchema,
  first: z.string(),
  last: z.string(),
  advisorName: z.string(),
  standIn: z.strictObject({ name: z.string(), until: localDateSchema }).nullable(),
  project: jobProjectSchema,
  /** In the person's words. */
  wish: z.strictObject({ text: z.string(), on: localDateSchema }).nullable(),
  /** What people agreed to get to, as the plan has it: no date, nothing late. */
  objectives: z.array(z.string()).readonly(),
  promises: z
    .array(
      z.strictObject({
        id: idSchema,
        owner: z.enum(ACTION_OWNERS),
        text: z.string(),
        dueOn: localDateSchema.nullable(),
        /** Who promised, where it is an advisor. */
        byName: z.string(),
      }),
    )
    .readonly(),
  awaited: z
    .array(z.strictObject({ kind: z.enum(['call-back', 'answer']), name: z.string(), on: localDateSchema }))
    .readonly(),
  meetings: z
    .array(
      z.strictObject({
        id: idSchema,
        startsAt: instantSchema,
        minutes: z.int(),
        modality: modalitySchema,
        purpose: z.string(),
      }),
    )
    .readonly(),
  phones: fieldSchemas.phones.readonly(),
  bestHours: z.string().nullable(),
  precautions: fieldSchemas.precautions.readonly(),
  understanding: fieldSchemas.understanding.readonly(),
  supporters: z
    .array(z.strictObject({ name: z.string(), role: z.string(), organisation: z.string(), phone: z.string() }))
    .readonly(),
});
export type HandOverPage = Readonly<z.infer<typeof handOverPageSchema>>;

export const ACCESS_KINDS = [
  'opened',
  'copied',
  'exported',
  'printed',
  'lent',
  'taken-over',
  'taken-back',
  'reassigned',
  'created',
] as const;

/** One line of who had to do with a file without writing in it, or whose it became. */
export const accessEntrySchema = z.strictObject({
  at: instantSchema,
  actorName: z.string(),
  kind: z.enum(ACCESS_KINDS),
  /** Why: in the words of the lists of `hand-over.ts`; null where nothing was asked. */
  reason: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('absence'), why: absenceReasonSchema }),
      z.strictObject({ kind: z.literal('transfer'), why: transferReasonSchema }),
      z.strictObject({ kind: z.literal('visit'), why: visitReasonSchema, words: z.string() }),
      z.strictObject({ kind: z.literal('said'), words: z.string() }),
    ])
    .nullable(),
  /** What left the file, and how; null for what does not leave, and for what left before that was said. */
  paper: paperKindSchema.nullable(),
  medium: mediumSchema.nullable(),
  /** To whom it was given. */
  toName: z.string().nullable(),
  until: localDateSchema.nullable(),
});
export type AccessEntry = Readonly<z.infer<typeof accessEntrySchema>>;
