import type { z } from 'zod';
import type { CallDefinition, Role } from '../shared/contract/define.ts';
import type { Envelope, WireError } from '../shared/contract/wire.ts';
import { AppError } from '../shared/kernel/app-error.ts';
import type { Log } from './platform/log/log.ts';

export interface Caller {
  readonly role: Role;
}

export interface DispatcherOptions {
  readonly calls: Readonly<Record<string, CallDefinition>>;
  readonly handlers: Readonly<Record<string, (input: never) => unknown>>;
  readonly log: Log;
  /** Monotonic milliseconds, for durations. */
  readonly stopwatch: () => number;
  readonly datasetVersion: () => string | null;
  /** Parses what handlers return too: on in development and tests, where a wrong answer must be seen at once. */
  readonly checksOutput: boolean;
  /** Refuses what cannot be done now, whoever asks. @throws AppError */
  readonly assertMay?: (call: string, definition: CallDefinition) => void;
  /** Names the failures of what handlers stand on (a damaged file); gives back any other error as it is. */
  readonly named: (error: unknown, call: string) => unknown;
}

/** Over this a call is logged by name: it should have its own worker. */
const SLOW_MS = 30;

/**
 * The one way in: a known name, an input that satisfies its schema, a role that may call, then the use case. The only
 * place where a thrown error becomes an envelope. An unexpected error is `INTERNAL` to the caller; its details go to the
 * log, without content.
 */
export function makeDispatcher(
  options: DispatcherOptions,
): (name: string, input: unknown, caller: Caller) => Promise<Envelope<unknown>> {
  const { calls, handlers, log, stopwatch, datasetVersion, checksOutput, named } = options;
  return async (name, input, caller) => {
    const startedAt = stopwatch();
    try {
      const definition = Object.hasOwn(calls, name) ? calls[name] : undefined;
      const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
      if (definition === undefined || handler === undefined) {
        throw new AppError('UNKNOWN_CALL', 'No call has this name.');
      }
      if (!definition.roles.includes(caller.role)) throw refusal(caller.role);
      const parsed = definition.input.safeParse(input);
      if (!parsed.success) throw invalidInput(parsed.error);
      options.assertMay?.(name, definition);
      const output = await handler(parsed.data as never);
      const data = checksOutput ? definition.output.parse(output) : output;
      const ms = Math.round((stopwatch() - startedAt) * 10) / 10;
      if (ms > SLOW_MS) log.warn('call.slow', { call: name, ms });
      return { ok: true, data, meta: { ms, datasetVersion: datasetVersion() } };
    } catch (error) {
      return { ok: false, error: toWireError(error instanceof AppError ? error : named(error, name), name, log) };
    }
  };
}

/** A guest may become somebody; a role stays what it is. */
function refusal(role: Role): AppError {
  return role === 'guest'
    ? new AppError('LOCKED', 'Nobody has unlocked the case files.')
    : new AppError('NOT_ALLOWED', 'This role may not make this call.');
}

function toWireError(error: unknown, name: string, log: Log): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  log.error('call.failed', {
    call: name.slice(0, 64),
    kind: error instanceof Error ? error.constructor.name : typeof error,
  });
  return { code: 'INTERNAL', message: 'Something unexpected happened; nothing was changed.', details: {} };
}

/** Says which field was refused and why, never what it held. */
function invalidInput(error: z.ZodError): AppError {
  const fields = error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'input'}: ${issue.code}`);
  return new AppError('INVALID_INPUT', `The input was refused (${fields.join('; ')}).`, { fields });
}
