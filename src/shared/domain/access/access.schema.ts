import { z } from 'zod';
import { textSchema } from '../operation/operation.schema.ts';
import { workspaceNameSchema } from '../workspace/workspace.schema.ts';

/** What a person with an account may do; who has not unlocked is a guest, and has no account. */
export const accountRoleSchema = z.enum(['advisor', 'supervisor']);
export type AccountRole = z.infer<typeof accountRoleSchema>;

export const accountIdSchema = z.uuid();

export const accountNameSchema = textSchema(80).min(1);
export const agencyNameSchema = textSchema(80).min(1);

/** One person who can open a space. */
export const accountSchema = z.strictObject({
  id: accountIdSchema,
  name: accountNameSchema,
  agency: agencyNameSchema,
  role: accountRoleSchema,
});
export type Account = Readonly<z.infer<typeof accountSchema>>;

/** Who has unlocked; null when nobody has. */
export const sessionSchema = accountSchema.nullable();
export type Session = Account | null;

/** Ten characters at least: a sentence rather than a word. */
export const newPassphraseSchema = z.string().min(10).max(200);

/** What is typed to unlock may be wrong in any way; only its size is bounded, since it costs time to try. */
export const passphraseSchema = z.string().min(1).max(200);

/** As it is shown once: seven groups of five characters. */
export const recoveryCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){6}$/);

/** As a person types it, with the spaces and dashes they like; `recovery-code.rules.ts` reads it. */
export const typedCodeSchema = z.string().min(1).max(200);

export const listedAccountSchema = accountSchema.extend({
  /** The demonstration tells its passphrases: it holds nobody. Null everywhere else. */
  demonstrationPassphrase: z.string().nullable(),
  /** Seconds before this account may be tried again; 0: now. */
  waitSeconds: z.int().min(0),
  /** Whether a recovery code was made for it and not used yet. */
  hasRecoveryCode: z.boolean(),
});
export type ListedAccount = Readonly<z.infer<typeof listedAccountSchema>>;

export const accessStatusSchema = z.strictObject({
  workspace: workspaceNameSchema,
  /** True when the space exists: there is a keyring, and so somebody who can open it. */
  isCreated: z.boolean(),
  session: sessionSchema,
  accounts: z.array(listedAccountSchema).readonly(),
  /** True where the mark "essai, pas de vraies personnes" must stay on screen. */
  isTrial: z.boolean(),
});
export type AccessStatus = Readonly<z.infer<typeof accessStatusSchema>>;

/** Why the case files are about to close by themselves: nobody was there, or the workstation sleeps or is locked. */
export const lockReasonSchema = z.enum(['idle', 'away']);
export type LockReason = z.infer<typeof lockReasonSchema>;
