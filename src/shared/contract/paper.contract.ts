import { z } from 'zod';
import { caseExportSchema } from '../domain/case-export/case-export.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  revisionSchema,
  textSchema,
} from '../domain/operation/operation.schema.ts';
import { mediumSchema, paperKindSchema, paperSchema } from '../domain/paper/paper.schema.ts';
import { handingSchema, keptSheetSchema, sheetOptionsSchema } from '../domain/sheet/sheet.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const byCase = z.strictObject({ caseId: idSchema });
/** Why a whole file leaves: asked each time, kept in the log. */
const reasonSchema = textSchema(200).min(3);
const leavingSchema = byCase.extend({
  paper: paperKindSchema,
  /** For a whole file alone. */
  reason: reasonSchema.optional(),
});
const hasItsReason = ({ paper, reason }: z.infer<typeof leavingSchema>): boolean =>
  paper !== 'file' || reason !== undefined;

/** What leaves a file, on paper and otherwise, and the log that says so. */
export const paperCalls = {
  'caseFile.recordLeaving': command({
    summary: 'Writes in the access log that something of a file is about to leave it: what, and how.',
    roles,
    input: leavingSchema.extend({ medium: mediumSchema }).refine(hasItsReason, 'A whole file leaves for a reason.'),
    output: z.strictObject({}),
    errors: [...always, 'NOT_ALLOWED', 'NOT_FOUND', 'DISK_FULL'],
  }),
  'caseFile.savePdf': shellCommand({
    summary: 'Saves the paper that the page has ready as a tagged PDF, once it is written in the access log.',
    roles,
    input: leavingSchema.refine(hasItsReason, 'A whole file leaves for a reason.'),
    output: z.strictObject({ isSaved: z.boolean() }),
    errors: [...always, 'NOT_ALLOWED', 'NOT_FOUND', 'DISK_FULL', 'FILE_NOT_SAVED'],
  }),
  'caseFile.compile': query({
    summary:
      'All that a file holds about one person, what was set aside and why included: for them alone (article 15 of GDPR).',
    roles,
    input: byCase,
    output: caseExportSchema,
    errors: [...always, 'NOT_ALLOWED', 'NOT_FOUND'],
  }),
  'caseFile.exportData': shellCommand({
    summary:
      'Asks where to save all that a file holds as JSON, writes it in the access log with its reason, and saves it.',
    roles,
    input: byCase.extend({ reason: reasonSchema }),
    output: z.strictObject({ isSaved: z.boolean() }),
    errors: [...always, 'NOT_ALLOWED', 'NOT_FOUND', 'DISK_FULL', 'FILE_NOT_SAVED'],
  }),
  'explanation.ofDecision': query({
    summary: 'How an employer came to be proposed, as the law asks it to be told, from what the decision kept.',
    roles,
    input: byCase.extend({ decisionId: idSchema }),
    output: paperSchema,
    errors: [...always, 'NOT_FOUND', 'EXPLANATION_MISSING'],
  }),
  'sheet.compose': query({
    summary: 'What the person leaves with, as it would be printed now: nothing set aside, no name of theirs.',
    roles,
    input: byCase.extend(sheetOptionsSchema.shape),
    output: paperSchema,
    errors: [...always, 'NOT_FOUND', 'NUMBER_REFUSED', 'EXPLANATION_MISSING', 'DATASET_UNREADABLE'],
  }),
  'sheet.keep': command({
    summary: 'Keeps the sheet as it is now, to be handed over later.',
    roles,
    input: commandSchema.extend(sheetOptionsSchema.shape),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'EXPLANATION_MISSING', 'DATASET_UNREADABLE'] as const),
      ...(['COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
  'sheet.handOver': command({
    summary: 'Says how and on which day a sheet that was kept reached the person, or that it is not useful any more.',
    roles,
    input: commandSchema.extend({ sheetId: idSchema, ...handingSchema.shape, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'sheet.list': query({
    summary: 'The sheets kept for one person, newest first, each with how it was handed over.',
    roles,
    input: byCase,
    output: z.array(keptSheetSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'sheet.waiting': query({
    summary: 'The sheets of one’s own portfolio that wait to be handed over, the one that waits the longest first.',
    roles,
    input: z.strictObject({}),
    output: z.array(keptSheetSchema.pick({ id: true, caseId: true, on: true })).readonly(),
    errors: [...always],
  }),
} as const;
