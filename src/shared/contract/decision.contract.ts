import { z } from 'zod';
import { correctionSchema, optOutSchema, reportKindSchema } from '../domain/correction/correction.schema.ts';
import {
  decidedItemSchema,
  decisionItemSchema,
  decisionOutcomeSchema,
  decisionPayloadSchema,
  ownEmployerPayloadSchema,
  ownEmployerSchema,
} from '../domain/decision/decision.schema.ts';
import { siretSchema } from '../domain/employer/employer.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  revisionSchema,
  textSchema,
} from '../domain/operation/operation.schema.ts';
import {
  caseListQuerySchema,
  caseListSchema,
  caseWideningSchema,
  rowStandingSchema,
} from '../domain/suggestion/case-list.schema.ts';
import { casePointsSchema } from '../domain/suggestion/points.schema.ts';
import { explanationSchema } from '../domain/suggestion/suggestion.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const byCase = z.strictObject({ caseId: idSchema });
const dataErrors = ['NO_DATASET', 'DATASET_UNREADABLE'] as const;

export const decisionCalls = {
  'suggestion.forCase': query({
    summary:
      'A page of the employers to contact for one person’s job project, without those set aside; or, where the person said no to computing, of those nearby.',
    roles,
    input: caseListQuerySchema.extend({
      offset: z.number().int().min(0).max(1_000_000),
      limit: z.number().int().min(1).max(100),
    }),
    output: caseListSchema,
    errors: [...always, 'NOT_FOUND', 'NO_PROJECT', ...dataErrors],
  }),
  'suggestion.widenForCase': query({
    summary:
      'What a wider radius, a whole département or another occupation would add to one person’s list, each counted, none applied.',
    roles,
    input: caseListQuerySchema,
    output: caseWideningSchema,
    errors: [...always, 'NOT_FOUND', 'NO_PROJECT', ...dataErrors],
  }),
  'suggestion.explainForCase': query({
    summary:
      'Why one employer stands where it stands in a person’s list; nothing is explained where nothing is computed.',
    roles,
    input: caseListQuerySchema.extend({ siret: siretSchema }),
    output: explanationSchema,
    errors: [...always, 'NOT_FOUND', 'NO_PROJECT', 'NOT_ALLOWED', ...dataErrors],
  }),
  'suggestion.pointsForCase': query({
    summary:
      'Where the first 3,000 employers of a person’s list are, in the order of its rows, for the map: those set aside are there only where the list was asked with them.',
    roles,
    input: caseListQuerySchema,
    output: casePointsSchema,
    errors: [...always, 'NOT_FOUND', 'NO_PROJECT', ...dataErrors],
  }),
  'decision.list': query({
    summary:
      'What was decided for one person and still holds, newest first, and the companies that were added by hand.',
    roles,
    input: byCase,
    output: z.strictObject({
      decided: z.array(decidedItemSchema).readonly(),
      own: z.array(ownEmployerSchema.extend({ standing: rowStandingSchema })).readonly(),
    }),
    errors: [...always, 'NOT_FOUND'],
  }),
  'decision.make': command({
    summary: 'Retains, sets aside or keeps for later one employer; what was shown of it is kept with the decision.',
    roles,
    input: commandSchema.extend({
      item: decisionItemSchema,
      outcome: decisionOutcomeSchema,
      reasons: decisionPayloadSchema.shape.reasons,
      words: textSchema(200),
      /** The list it was decided in; null where it was not decided in a list. */
      list: caseListQuerySchema.omit({ caseId: true }).nullable(),
      baseRevision: revisionSchema,
    }),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'CASE_CLOSED', 'NO_PROJECT', 'NUMBER_REFUSED'] as const),
      ...(['CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const),
      ...dataErrors,
    ],
  }),
  'decision.reset': command({
    summary: 'Takes back all that was decided on one employer for one person: it is in the list again, undecided.',
    roles,
    input: commandSchema.extend({ item: decisionItemSchema, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'decision.addOwn': command({
    summary: 'Adds a company that the advisor or the person knows, beside those of the data.',
    roles,
    input: commandSchema.extend(ownEmployerPayloadSchema.shape),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'correction.list': query({
    summary: 'Employers whose data were found wrong or who closed, for whoever publishes the data: no person is named.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({}),
    output: z.array(correctionSchema).readonly(),
    errors: [...always],
  }),
  'correction.csv': query({
    summary: 'The employers to correct as CSV, in the format of docs/how-to/send-corrections.md.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ csv: z.string(), count: z.number().int() }),
    errors: [...always],
  }),
  'correction.export': shellCommand({
    summary: 'Asks where to save the employers to correct as CSV, and saves them.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({ isSaved: z.boolean(), count: z.number().int() }),
    errors: [...always, 'DISK_FULL', 'FILE_NOT_SAVED'],
  }),
  'correction.report': command({
    summary:
      'Says from its page that an employer is closed (it leaves every list of this workstation) or has wrong data.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({ commandId: idSchema, siret: siretSchema, kind: reportKindSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'COMMAND_REUSED', 'DISK_FULL', 'DATASET_UNREADABLE'],
  }),
  'correction.optOut': command({
    summary: 'A company asked to be proposed no more: it leaves every list of this workstation until it is put back.',
    roles: ['advisor', 'supervisor'],
    input: optOutSchema.extend({ commandId: idSchema, siret: siretSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'COMMAND_REUSED', 'DISK_FULL', 'DATASET_UNREADABLE'],
  }),
  'correction.dismiss': command({
    summary: 'Takes back what was said of an employer: it is in the lists of this workstation again.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({ commandId: idSchema, siret: siretSchema }),
    output: committedSchema,
    errors: [...always, 'NOT_FOUND', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
} as const;
