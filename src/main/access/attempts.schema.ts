import { z } from 'zod';

const triesSchema = z.record(z.uuid(), z.strictObject({ failures: z.int().min(0), lastAt: z.number() }));

/** `attempts.json`, beside the keyring: tries by account since its last success. */
export const attemptsFileSchema = z.strictObject({
  version: z.literal(1),
  accounts: triesSchema,
  /** Of recovery codes: counted apart, so that neither way in closes the other. */
  recovery: triesSchema.default({}),
});
