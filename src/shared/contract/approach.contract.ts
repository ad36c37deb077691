import { z } from 'zod';
import {
  approachMoveSchema,
  approachRowSchema,
  approachStageSchema,
  reminderSchema,
  sentenceSchema,
} from '../domain/approach/approach.schema.ts';
import { optOutSchema, reportKindSchema } from '../domain/correction/correction.schema.ts';
import { decisionItemSchema } from '../domain/decision/decision.schema.ts';
import { contactDetailsSchema, employerContactSchema } from '../domain/employer-contact/employer-contact.schema.ts';
import { siretSchema } from '../domain/employer/employer.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  localDateSchema,
  revisionSchema,
} from '../domain/operation/operation.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const byCase = z.strictObject({ caseId: idSchema });
const dataErrors = ['DATASET_UNREADABLE'] as const;
const changing = ['NOT_FOUND', 'CASE_CLOSED', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const ofEmployer = commandSchema.extend({ item: decisionItemSchema, baseRevision: revisionSchema });
const bySite = z.strictObject({ siret: siretSchema });
/** 0 where nothing was known. */
const seenVersion = { baseVersion: z.number().int().min(0) } as const;

export const approachCalls = {
  'approach.list': query({
    summary:
      'The employers retained for one person, by name: where each stands, whom to ask for and what to say first.',
    roles,
    input: byCase,
    output: z.array(approachRowSchema).readonly(),
    errors: [...always, 'NOT_FOUND', ...dataErrors],
  }),
  'approach.move': command({
    summary: 'Says what happened with a retained employer (contacted, answered, met, hired, no…), when and by whom.',
    roles,
    input: ofEmployer.extend(approachMoveSchema.shape),
    output: committedSchema,
    errors: [...always, ...changing],
  }),
  'approach.remind': command({
    summary: 'Sets the day to call a retained employer back, or until when its answer is awaited; null for none.',
    roles,
    input: ofEmployer.extend({ next: reminderSchema.nullable() }),
    output: committedSchema,
    errors: [...always, ...changing],
  }),
  'approach.takeBack': command({
    summary: 'Takes back one step with a retained employer: what stands is what the others say.',
    roles,
    input: ofEmployer.extend({ entryId: idSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'approach.word': command({
    summary:
      'The first sentence to say at a retained employer as these two people want it; empty for the proposed one.',
    roles,
    input: ofEmployer.extend({ text: sentenceSchema }),
    output: committedSchema,
    errors: [...always, ...changing, 'NUMBER_REFUSED'],
  }),
  'approach.csv': query({
    summary: 'The employers retained for one person as CSV, without a figure nor a name; written in the access log.',
    roles,
    input: byCase,
    output: z.strictObject({ csv: z.string(), count: z.number().int() }),
    errors: [...always, 'NOT_FOUND', 'DISK_FULL', ...dataErrors],
  }),
  'approach.exportCsv': shellCommand({
    summary: 'Asks where to save the employers retained for one person as CSV, and saves them.',
    roles,
    input: byCase,
    output: z.strictObject({ isSaved: z.boolean(), count: z.number().int() }),
    errors: [...always, 'NOT_FOUND', 'DISK_FULL', 'FILE_NOT_SAVED', ...dataErrors],
  }),
  'approach.ofEmployer': query({
    summary:
      'Whom one’s own portfolio has with an establishment, how many others do, its contact, and what was reported of it.',
    roles,
    input: bySite,
    output: z.strictObject({
      contact: employerContactSchema.nullable(),
      optOut: optOutSchema.nullable(),
      report: z.strictObject({ kind: reportKindSchema, reportedOn: localDateSchema }).nullable(),
      /** By name; people of other portfolios are a number, null under five. */
      mine: z
        .array(z.strictObject({ caseId: idSchema, first: z.string(), last: z.string(), stage: approachStageSchema }))
        .readonly(),
      others: z.number().int().nullable(),
    }),
    errors: [...always],
  }),
  'employerContact.save': command({
    summary: 'Writes whom to ask for at an establishment, as somebody learned it, in place of what was known.',
    roles,
    input: bySite.extend(contactDetailsSchema.shape).extend(seenVersion),
    output: employerContactSchema,
    errors: [...always, 'NUMBER_REFUSED', 'CHANGED_MEANWHILE', 'DISK_FULL'],
  }),
  'employerContact.remove': command({
    summary: 'Erases whom to ask for at an establishment.',
    roles,
    input: bySite.extend(seenVersion),
    output: z.strictObject({}),
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'DISK_FULL'],
  }),
} as const;
