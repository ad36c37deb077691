import { z } from 'zod';
import { actionSchema } from '../action/action.schema.ts';
import { appointmentSchema } from '../appointment/appointment.schema.ts';
import { approachMoveSchema } from '../approach/approach.schema.ts';
import { closingReasonSchema, fieldNameSchema, outcomeSchema, saidBySchema } from '../case-file/case-file.schema.ts';
import { contactSchema } from '../contact/contact.schema.ts';
import { decisionPayloadSchema, ownEmployerSchema } from '../decision/decision.schema.ts';
import { noteSchema } from '../note/note.schema.ts';
import { laterOutcomeSchema } from '../outcome/outcome.schema.ts';
import { engagementSchema } from '../engagement/engagement.schema.ts';
import { accessEntrySchema } from '../hand-over/hand-over.schema.ts';
import { idSchema, instantSchema, localDateSchema } from '../operation/operation.schema.ts';
import { privateLineSchema } from '../private-line/private-line.schema.ts';
import { readingSchema } from '../reading/reading.schema.ts';
import { retentionSchema } from '../retention/retention.schema.ts';
import { keptSheetSchema } from '../sheet/sheet.schema.ts';

/** Who wrote something down, and when. */
const written = { by: z.string(), at: instantSchema } as const;
/** What only the store reads is left out, and accounts are given by their name. */
const inward = { caseId: true, actorId: true, revision: true } as const;

const factSchema = z.strictObject({ value: z.unknown(), saidBy: saidBySchema, saidOn: localDateSchema, ...written });

/**
 * All that a case file holds about one person (GDPR, art. 15), for them: what was set aside and why included, which leaves
 * by nothing else (R10). It is theirs alone: nobody else's file, and no name but of those who wrote in it or whom they named.
 */
export const caseExportSchema = z.strictObject({
  format: z.literal('vis-a-vis.case-file'),
  /** Changes when a reader of the one before would be wrong. */
  version: z.literal(1),
  madeAt: instantSchema,
  madeBy: z.string(),
  agency: z.string(),
  file: z.strictObject({
    id: idSchema,
    openedAt: instantSchema,
    closedOn: localDateSchema.nullable(),
    closingReason: closingReasonSchema.nullable(),
    outcome: outcomeSchema.nullable(),
    archivedOn: localDateSchema.nullable(),
    /** The person said no to computing. */
    isComputingOff: z.boolean(),
    tags: z.array(z.string()).readonly(),
    retention: retentionSchema,
  }),
  /** What is known, and what was before, oldest first. */
  facts: z.array(factSchema.extend({ field: fieldNameSchema, before: z.array(factSchema).readonly() })).readonly(),
  readings: z.array(readingSchema.omit(inward).extend({ writtenBy: z.string() })).readonly(),
  notes: z.array(noteSchema.omit(inward)).readonly(),
  contacts: z.array(contactSchema.omit({ ...inward, isWithdrawn: true }).extend(written)).readonly(),
  appointments: z.array(appointmentSchema.omit({ caseId: true, revision: true })).readonly(),
  actions: z.array(actionSchema.omit({ ...inward, isWithdrawn: true }).extend({ by: z.string() })).readonly(),
  /** Copies of contracts of engagement signed elsewhere. */
  engagements: z.array(engagementSchema.omit(inward)).readonly(),
  /** The line that each of those who follow the file wrote to prepare the next meeting, oldest first; each lives thirty days. */
  preparation: z.array(privateLineSchema.extend({ writtenBy: z.string() })).readonly(),
  /** What was told of the situation six months after the support ended. */
  laterOutcomes: z.array(laterOutcomeSchema).readonly(),
  /** Retained, kept for later and set aside, with what was shown; taken back included, oldest first. */
  decisions: z.array(decisionPayloadSchema.extend({ id: idSchema, isTakenBack: z.boolean(), ...written })).readonly(),
  ownEmployers: z.array(ownEmployerSchema.omit({ ...inward, isWithdrawn: true })).readonly(),
  /** Steps that hold with the employers retained. */
  approaches: z
    .array(approachMoveSchema.omit({ next: true }).extend({ name: z.string(), writtenBy: z.string() }))
    .readonly(),
  sheets: z.array(keptSheetSchema.omit({ ...inward, isWithdrawn: true }).extend({ keptBy: z.string() })).readonly(),
  /** Who read it, printed it, took something out of it, and why where a reason is asked; newest first. */
  accesses: z.array(accessEntrySchema).readonly(),
  /** Every operation as the log keeps it, what was undone included, oldest first: all the rest is made of it. */
  log: z.array(z.strictObject({ id: idSchema, kind: z.string(), payload: z.unknown(), ...written })).readonly(),
});
export type CaseExport = z.infer<typeof caseExportSchema>;
