import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract/index.ts';
import type { Envelope, WireError } from '../../shared/contract/wire.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/kernel/app-error.ts';
import { typeset } from './typeset.ts';

/** A refused call, with the code the interface chooses its words by. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor({ code, message, details }: WireError) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Asks the core (or the shell) and gives its answer; rejects with an `ApiError` only. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  let envelope: Envelope<unknown>;
  try {
    envelope = await window.vav.call(name, input);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ApiError({ code: 'INTERNAL', message, details: {} });
  }
  if (!envelope.ok) throw new ApiError(envelope.error);
  return typeset(envelope.data as CallOutput<N>);
}

/** Listens to an event; the function returned stops listening. */
export function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return window.vav.on(name, (payload) => listener(payload as EventPayload<N>));
}

/** The failure of anything, as one a person can read: what is not an `ApiError` is a bug. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError({ code: 'INTERNAL', message, details: {} });
}
