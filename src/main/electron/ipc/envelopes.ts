import type { ErrorCode, ErrorDetails } from '../../../shared/kernel/app-error.ts';
import type { Envelope } from '../../../shared/contract/wire.ts';

/** An answer made by the shell itself, which knows no dataset. */
export function done<T>(data: T, ms: number): Envelope<T> {
  return { ok: true, data, meta: { ms, datasetVersion: null } };
}

export function failed(code: ErrorCode, message: string, details: ErrorDetails = {}): Envelope<never> {
  return { ok: false, error: { code, message, details } };
}
