import { z } from 'zod';

/** `attempts.json`, beside the keyring: tries by account since its last success. */
export const attemptsFileSchema = z.strictObject({
  version: z.literal(1),
  accounts: z.record(z.uuid(), z.strictObject({ failures: z.int().min(0), lastAt: z.number() })),
});
