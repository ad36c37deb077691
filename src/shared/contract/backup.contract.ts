import { z } from 'zod';
import {
  backupIdSchema,
  backupPreviewSchema,
  backupSchema,
  backupStateSchema,
} from '../domain/backup/backup.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const backupCalls = {
  'backup.list': query({
    summary: 'The copies of the case files, newest first, and how the copies and the file are doing.',
    roles,
    input: z.strictObject({}),
    output: z.strictObject({ copies: z.array(backupSchema).readonly(), state: backupStateSchema }),
    errors: [...always],
  }),
  'backup.take': command({
    summary: 'Takes a copy now; it is checked before it counts.',
    roles,
    input: z.strictObject({}),
    output: backupSchema,
    errors: [...always, 'DISK_FULL', 'CANCELLED'],
  }),
  'backup.preview': query({
    summary: 'What would be lost by going back to a copy.',
    roles,
    input: z.strictObject({ backupId: backupIdSchema }),
    output: backupPreviewSchema,
    errors: [...always, 'NOT_FOUND', 'BACKUP_UNREADABLE', 'CASES_FROM_FUTURE'],
  }),
  'backup.restore': command({
    summary: 'Goes back to a copy in the same session; what was there is kept as a copy first.',
    roles,
    input: z.strictObject({ backupId: backupIdSchema }),
    output: z.strictObject({
      /** What was there, kept. */
      kept: backupSchema,
      lostOperations: z.int().min(0),
      /** Files erased again, which the copy still held. */
      erasedAgain: z.int().min(0),
    }),
    errors: [...always, 'NOT_FOUND', 'BACKUP_UNREADABLE', 'CASES_FROM_FUTURE', 'DISK_FULL', 'CANCELLED'],
  }),
} as const;
