import type { Blocking, Finding } from '../../../shared/domain/guard/guard.schema.ts';
import { call } from '../../platform/api.ts';

/**
 * What the guard says of a text. Asked outside the cache of queries, which would keep each text as the key of its answer.
 *
 * @throws ApiError LOCKED and whatever the core cannot answer
 */
export async function checked(text: string): Promise<{
  readonly findings: readonly Finding[];
  readonly blocking: readonly Blocking[];
}> {
  return call('guard.check', { text });
}
