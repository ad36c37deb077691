import type { z } from 'zod';
import type { CallOutput, calls, CoreCallName } from '../shared/contract/index.ts';

/** One handler a call: a missing or a foreign one does not compile. */
export type Handlers<N extends CoreCallName> = {
  readonly [K in N]: (input: z.output<(typeof calls)[K]['input']>) => CallOutput<K> | Promise<CallOutput<K>>;
};
