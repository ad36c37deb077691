import type { CallInput, CallName, CallOutput } from '../../shared/contract/index.ts';
import { asApiError, call } from './api.ts';
import { newId } from './command-id.ts';

/** Calls that change a case file: each carries the identifier of one intention. */
export type CommitName = {
  [N in CallName]: CallInput<N> extends { readonly commandId: string } ? N : never;
}[CallName];

export type CommitInput<N extends CommitName> = Omit<CallInput<N>, 'commandId'>;

/**
 * Sends a command with an identifier of its own. When the answer is lost (the core died and started again), the same
 * command is sent once more: with the same identifier it changes nothing twice.
 */
export async function commit<N extends CommitName>(name: N, input: CommitInput<N>): Promise<CallOutput<N>> {
  const whole = { ...input, commandId: newId() } as unknown as CallInput<N>;
  try {
    return await call(name, whole);
  } catch (error) {
    if (asApiError(error).code !== 'INTERNAL') throw error;
    return await call(name, whole);
  }
}
