import { z } from 'zod';
import { accountIdSchema } from '../domain/access/access.schema.ts';
import {
  absenceReasonSchema,
  accessEntrySchema,
  colleagueSchema,
  foundElsewhereSchema,
  handOverPageSchema,
  transferReasonSchema,
  visitReasonSchema,
} from '../domain/hand-over/hand-over.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  localDateSchema,
  textSchema,
} from '../domain/operation/operation.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
const ofGivers = ['advisor', 'supervisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
/** A day that is past or too far, or nobody who may have it, is INVALID_INPUT. */
const whenGiving = ['NOT_FOUND', 'INVALID_INPUT', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const byCase = z.strictObject({ caseId: idSchema });

export const handOverCalls = {
  'handOver.colleagues': query({
    summary: 'The other advisors, with the files of those who are met today; no name of anybody else.',
    roles: ofGivers,
    input: z.strictObject({}),
    output: z.array(colleagueSchema).readonly(),
    errors: [...always],
  }),
  'handOver.lend': command({
    summary: 'A colleague follows a file until a day; its advisor keeps it, and has it back alone the day after.',
    roles: ofGivers,
    input: commandSchema.extend({ toId: accountIdSchema, until: localDateSchema, reason: absenceReasonSchema }),
    output: committedSchema,
    errors: [...always, ...whenGiving, 'CASE_CLOSED'],
  }),
  'handOver.takeBack': command({
    summary: 'Ends it before its day.',
    roles: ofGivers,
    input: commandSchema,
    output: committedSchema,
    errors: [...always, ...whenGiving],
  }),
  'handOver.reassign': command({
    summary: 'A file changes advisor for good.',
    roles: ofGivers,
    input: commandSchema.extend({ toId: accountIdSchema, reason: transferReasonSchema }),
    output: committedSchema,
    errors: [...always, ...whenGiving],
  }),
  'handOver.page': query({
    summary: 'What a colleague reads before meeting the person: nothing that was refused, missed or not done (R10).',
    roles,
    input: byCase,
    output: handOverPageSchema,
    errors: [...always, 'NOT_FOUND'],
  }),
  'handOver.find': query({
    summary: 'People of colleagues by the beginning of their names, five at most; written in the access log.',
    roles,
    input: z.strictObject({ text: textSchema(80).min(3) }),
    output: z.array(foundElsewhereSchema).readonly(),
    errors: [...always, 'DISK_FULL'],
  }),
  'handOver.visit': command({
    summary: 'Opens a file of a colleague until midnight, with a reason that the person can read.',
    roles,
    input: byCase.extend({ why: visitReasonSchema, words: textSchema(120) }),
    output: z.strictObject({}),
    errors: [...always, 'NOT_FOUND', 'NUMBER_REFUSED', 'DISK_FULL'],
  }),
  'handOver.accesses': query({
    summary: 'Who opened, copied or printed a file, and whose it became, newest first.',
    roles,
    input: byCase,
    output: z.array(accessEntrySchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
} as const;
