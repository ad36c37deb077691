import { z } from 'zod';
import { accountSchema } from '../../shared/domain/access/access.schema.ts';

/** Exactly so many bytes, in base64. */
const bytes = (count: number) =>
  z.base64().refine((text) => Buffer.from(text, 'base64').length === count, { error: `Not ${count} bytes.` });

/**
 * How the key of an account is derived from its passphrase. The cost is bounded: it comes from a file, and a large one
 * would take the memory of the machine (128 × cost × blockSize bytes).
 */
const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  cost: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20)
    .refine(isPowerOfTwo, { error: 'Not a power of two.' }),
  blockSize: z.literal(8),
  parallelism: z.literal(1),
  salt: bytes(16),
});

/** The data key under the key of an account, AES-256-GCM. */
const wrappedSchema = z.strictObject({ nonce: bytes(12), data: bytes(32), tag: bytes(16) });

const keyholderSchema = accountSchema.extend({
  createdAt: z.iso.datetime(),
  kdf: kdfSchema,
  wrapped: wrappedSchema,
  /** The same key under a recovery code; absent until one is made, and once it was used. */
  recovery: z.strictObject({ createdAt: z.iso.datetime(), kdf: kdfSchema, wrapped: wrappedSchema }).optional(),
});
export type Keyholder = Readonly<z.infer<typeof keyholderSchema>>;

/** `keyring.json`: who can open a space. It holds no secret in clear; without a passphrase it opens nothing. */
export const keyringSchema = z.strictObject({
  version: z.literal(1),
  spaceId: z.uuid(),
  accounts: z
    .array(keyholderSchema)
    .min(1)
    .max(200)
    .refine((accounts) => new Set(accounts.map(({ id }) => id)).size === accounts.length, {
      error: 'An account is there twice.',
    })
    .readonly(),
});
export type Keyring = Readonly<z.infer<typeof keyringSchema>>;

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(value) && (value & (value - 1)) === 0;
}
