import { z } from 'zod';
import {
  actionPayloadSchema,
  actionSchema,
  actionStateSchema,
  actionTermsSchema,
} from '../domain/action/action.schema.ts';
import {
  caseFileSchema,
  closingReasonSchema,
  fieldChangeSchema,
  fieldNameSchema,
  outcomeSchema,
  portfolioRowSchema,
  saidBySchema,
  supportModeSchema,
  tagIdsSchema,
} from '../domain/case-file/case-file.schema.ts';
import { timelineEntrySchema } from '../domain/case-file/timeline.schema.ts';
import { contactPayloadSchema } from '../domain/contact/contact.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  instantSchema,
  localDateSchema,
  revisionSchema,
  textSchema,
} from '../domain/operation/operation.schema.ts';
import { erasureWhySchema } from '../domain/retention/retention.schema.ts';
import { supervisionCountsSchema } from '../domain/supervision/supervision.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
/** What a change of something read before may meet, besides not being there. */
const whenChanging = ['NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const seen = { baseRevision: revisionSchema } as const;
const byCase = z.strictObject({ caseId: idSchema });
/** Why a list of people leaves the application: asked each time, kept in the log. */
const reasonSchema = textSchema(200).min(3);

export const caseFileCalls = {
  'caseFile.portfolio': query({
    summary: 'The case files of the advisor, each in one line; in no order but the name.',
    roles,
    input: z.strictObject({}),
    output: z.array(portfolioRowSchema).readonly(),
    errors: [...always],
  }),
  'caseFile.get': query({
    summary: 'One case file with its facts; opening it is written in the access log.',
    roles,
    input: byCase,
    output: caseFileSchema,
    errors: [...always, 'NOT_FOUND', 'DISK_FULL'],
  }),
  'caseFile.create': command({
    summary: 'Opens a case file with what is known at once; the person is in the portfolio of whoever opens it.',
    roles,
    input: z.strictObject({
      commandId: idSchema,
      caseId: idSchema,
      first: textSchema(60).min(1),
      last: textSchema(60),
      phone: textSchema(30),
      supportMode: supportModeSchema.nullable(),
    }),
    output: committedSchema,
    errors: [...always, 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'caseFile.setField': command({
    summary: 'Sets one fact, dated and signed by who said it; null takes it away.',
    roles,
    input: commandSchema.extend({
      change: fieldChangeSchema,
      saidBy: saidBySchema,
      saidOn: localDateSchema,
      baseRevision: revisionSchema,
    }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'caseFile.fieldHistory': query({
    summary: 'What one fact was before, newest first.',
    roles,
    input: byCase.extend({ field: fieldNameSchema }),
    output: z
      .array(
        z.strictObject({
          opId: idSchema,
          value: z.unknown(),
          saidBy: saidBySchema,
          saidOn: localDateSchema,
          actorName: z.string(),
          at: instantSchema,
        }),
      )
      .readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'caseFile.undo': command({
    summary:
      'Undoes one thing just done by the same person, by an operation that says the reverse; the log keeps both.',
    roles,
    input: commandSchema.extend({ opId: idSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'NOTHING_TO_UNDO', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'caseFile.setComputing': command({
    summary: 'Turns "sans suggestions calculées" on or off for one person (R11).',
    roles,
    input: commandSchema.extend({ isOff: z.boolean(), baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'caseFile.close': command({
    summary: 'Closes a file on a day, with a reason and what the support ended in; it can still be read, and reopened.',
    roles,
    input: commandSchema.extend({
      on: localDateSchema,
      reason: closingReasonSchema,
      outcome: outcomeSchema,
      ...seen,
    }),
    output: committedSchema,
    errors: [...always, ...whenChanging, 'CASE_CLOSED'],
  }),
  'caseFile.reopen': command({
    summary: 'Opens a closed file again, with its whole story; it leaves the archive.',
    roles,
    input: commandSchema.extend(seen),
    output: committedSchema,
    errors: [...always, ...whenChanging],
  }),
  'caseFile.archive': command({
    summary: 'Puts a closed file out of the lists; an open one is not found among those that may be.',
    roles,
    input: commandSchema.extend(seen),
    output: committedSchema,
    errors: [...always, ...whenChanging],
  }),
  'caseFile.setTags': command({
    summary: 'Says which tags of the agency a file wears, all of them at once.',
    roles,
    input: commandSchema.extend({ tagIds: tagIdsSchema, ...seen }),
    output: committedSchema,
    errors: [...always, ...whenChanging],
  }),
  'caseFile.confirmFact': command({
    summary: 'Says that a fact is still true: its value stays, who said it and its day are new.',
    roles,
    input: commandSchema.extend({ field: fieldNameSchema, saidBy: saidBySchema, saidOn: localDateSchema, ...seen }),
    output: committedSchema,
    errors: [...always, ...whenChanging],
  }),
  'caseFile.erase': command({
    summary: 'Erases a closed file for good, from the log too: only that it was erased remains.',
    roles,
    input: commandSchema.extend({ why: erasureWhySchema, ...seen }),
    output: committedSchema,
    errors: [...always, ...whenChanging, 'NOT_ERASABLE'],
  }),
  'caseFile.timeline': query({
    summary: 'What happened in a case file, newest first.',
    roles,
    input: byCase,
    output: z.array(timelineEntrySchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'caseFile.portfolioCsv': query({
    summary: 'The portfolio as CSV: name, project, next appointment and nothing else; written in the access log.',
    roles,
    input: z.strictObject({ reason: reasonSchema }),
    output: z.strictObject({ csv: z.string(), count: z.number().int() }),
    errors: [...always, 'DISK_FULL'],
  }),
  'caseFile.exportPortfolio': shellCommand({
    summary: 'Asks where to save the portfolio as CSV, and saves it.',
    roles,
    input: z.strictObject({ reason: reasonSchema }),
    output: z.strictObject({ isSaved: z.boolean(), count: z.number().int() }),
    errors: [...always, 'DISK_FULL', 'FILE_NOT_SAVED'],
  }),
  'contact.record': command({
    summary: 'Writes down a short contact: one line, and whether the two people exchanged.',
    roles,
    input: commandSchema.extend(contactPayloadSchema.shape),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'action.list': query({
    summary: 'What was agreed on with one person: open things first, by date.',
    roles,
    input: byCase,
    output: z.array(actionSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'action.due': query({
    summary: 'What is still to do in one’s own portfolio and due by a day, whoever is to do it: earliest first.',
    roles,
    input: z.strictObject({ until: localDateSchema }),
    output: z.array(actionSchema).readonly(),
    errors: [...always],
  }),
  'action.add': command({
    summary: 'Adds something agreed on: who, what, by when; an advisor’s own action is a promise.',
    roles,
    input: commandSchema.extend(actionPayloadSchema.shape),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'action.revise': command({
    summary: 'Puts right who does an action, what it is, by when and for which objective.',
    roles,
    input: commandSchema.extend({ actionId: idSchema, ...actionTermsSchema.shape, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
  'action.setState': command({
    summary: 'Says where an action stands.',
    roles,
    input: commandSchema.extend({ actionId: idSchema, state: actionStateSchema, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'supervision.counts': query({
    summary: 'Counts over the agency, those under five hidden; never by person nor by advisor.',
    roles: ['supervisor'],
    input: z.strictObject({}),
    output: supervisionCountsSchema,
    errors: [...always],
  }),
} as const;
