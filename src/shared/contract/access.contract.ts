import { z } from 'zod';
import {
  accessStatusSchema,
  accountIdSchema,
  accountNameSchema,
  agencyNameSchema,
  newPassphraseSchema,
  passphraseSchema,
  recoveryCodeSchema,
  typedCodeSchema,
} from '../domain/access/access.schema.ts';
import { backupIdSchema, repairedSchema } from '../domain/backup/backup.schema.ts';
import { command, query, ROLES } from './define.ts';

/** Who sits there is what these calls are about: everyone may make them. */
const roles = ROLES;
/** What one changes of one's own account: one has unlocked. */
const holders = ['advisor', 'supervisor'] as const;

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
  'access.changePassphrase': command({
    summary: "Changes the passphrase of one's own account; wrong tries are counted as those of unlocking.",
    roles: holders,
    input: z.strictObject({ current: passphraseSchema, next: newPassphraseSchema }),
    output: accessStatusSchema,
    errors: ['NOT_ALLOWED', 'WRONG_PASSPHRASE', 'TOO_MANY_TRIES', 'LOCKED', 'CASES_UNREADABLE', 'DISK_FULL'],
  }),
  'access.makeRecoveryCode': command({
    summary: "Makes the recovery code of one's own account, in place of the one before; it is told this once.",
    roles: holders,
    input: z.strictObject({ passphrase: passphraseSchema }),
    output: z.strictObject({ code: recoveryCodeSchema }),
    errors: ['NOT_ALLOWED', 'WRONG_PASSPHRASE', 'TOO_MANY_TRIES', 'LOCKED', 'CASES_UNREADABLE', 'DISK_FULL'],
  }),
  'access.recover': command({
    summary: 'Gives an account a new passphrase by its recovery code, opens the case files, and uses the code up.',
    roles,
    input: z.strictObject({ accountId: accountIdSchema, code: typedCodeSchema, passphrase: newPassphraseSchema }),
    output: accessStatusSchema,
    errors: [
      'NOT_FOUND',
      'NOT_ALLOWED',
      'NO_RECOVERY_CODE',
      'WRONG_RECOVERY_CODE',
      'TOO_MANY_TRIES',
      'LOCKED',
      'CASES_UNREADABLE',
      'CASES_FROM_FUTURE',
      'DISK_FULL',
    ],
  }),
  'access.repair': command({
    summary: 'Opens damaged case files, made anew from their log or from a copy; the damaged file is kept.',
    roles,
    input: z.strictObject({
      accountId: accountIdSchema,
      passphrase: passphraseSchema,
      from: z.enum(['operations', 'backup']),
      /** The copy that the refusal of `access.unlock` named, or another one; null: from the operations. */
      backupId: backupIdSchema.nullable(),
    }),
    output: z.strictObject({ status: accessStatusSchema, repaired: repairedSchema }),
    errors: [
      'NOT_FOUND',
      'NOT_ALLOWED',
      'WRONG_PASSPHRASE',
      'TOO_MANY_TRIES',
      'LOCKED',
      'CASES_UNREADABLE',
      'CASES_FROM_FUTURE',
      'BACKUP_UNREADABLE',
      'DISK_FULL',
    ],
  }),
} as const;
