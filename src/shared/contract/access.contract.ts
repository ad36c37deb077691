import { z } from 'zod';
import {
  accessStatusSchema,
  accountIdSchema,
  accountNameSchema,
  agencyNameSchema,
  newPassphraseSchema,
  passphraseSchema,
} from '../domain/access/access.schema.ts';
import { command, query, ROLES } from './define.ts';

/** Who sits there is what these calls are about: everyone may make them. */
const roles = ROLES;

export const accessCalls = {
  'access.status': query({
    summary: 'Whether the space of case files exists, who can open it, and who has.',
    roles,
    input: z.strictObject({}),
    output: accessStatusSchema,
    errors: ['CASES_UNREADABLE'],
  }),
  'access.unlock': command({
    summary: 'Opens the case files with the passphrase of an account; wrong tries are counted, and slowed down.',
    roles,
    input: z.strictObject({ accountId: accountIdSchema, passphrase: passphraseSchema }),
    output: accessStatusSchema,
    errors: [
      'NOT_FOUND',
      'WRONG_PASSPHRASE',
      'TOO_MANY_TRIES',
      'LOCKED',
      'CASES_UNREADABLE',
      'CASES_FROM_FUTURE',
      'DISK_FULL',
    ],
  }),
  'access.lock': command({
    summary: 'Closes the case files and forgets their key.',
    roles,
    input: z.strictObject({}),
    output: accessStatusSchema,
    errors: ['CASES_UNREADABLE'],
  }),
  'access.createSpace': command({
    summary: "Creates the space of an organisation's own case files, with its first account, and opens it.",
    roles,
    input: z.strictObject({ name: accountNameSchema, agency: agencyNameSchema, passphrase: newPassphraseSchema }),
    output: accessStatusSchema,
    errors: ['SPACE_EXISTS', 'NOT_ALLOWED', 'LOCKED', 'CASES_UNREADABLE', 'DISK_FULL'],
  }),
} as const;
