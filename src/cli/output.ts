import { setImmediate } from 'node:timers/promises';
import type { Envelope } from '../shared/contract/wire.ts';
import { AppError, type ErrorCode } from '../shared/kernel/app-error.ts';

/** What a command is given: where to write, and the places it may read. */
export interface CommandContext {
  readonly resourcesDir: string;
  readonly builtResourcesDir: string;
  /** Relative paths of arguments are relative to where the person typed the command. */
  readonly resolvePath: (path: string) => string;
  /** All that is given on stdin. */
  readonly readInput: () => Promise<string>;
  /** The answer, on stdout. */
  readonly print: (text: string) => void;
  /** Progress and remarks, on stderr. */
  readonly tell: (text: string) => void;
  readonly signal: AbortSignal;
}

export type Command = (argv: readonly string[], context: CommandContext) => Promise<void>;

/** Lets a signal be heard between two long steps. @throws AppError CANCELLED */
export async function stopIfAsked(signal: AbortSignal): Promise<void> {
  await setImmediate();
  if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.');
}

/** What whoever typed the command can put right by typing another one. */
const BAD_INPUT: readonly ErrorCode[] = ['INVALID_INPUT', 'UNKNOWN_CALL', 'NOT_FOUND', 'WRONG_PASSPHRASE'];

/** Bad input gives 2, any other failure 1. */
export function exitCodeOf(error: unknown): 1 | 2 {
  return error instanceof AppError && BAD_INPUT.includes(error.code) ? 2 : 1;
}

/** One line: a code, then what happened. */
export function errorLine(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`.replaceAll('\n', ' ');
  return `INTERNAL: ${error instanceof Error ? error.message : 'unknown'}`.replaceAll('\n', ' ');
}

/** Unwraps the answer of a call, or throws its error. */
export function unwrap(envelope: Envelope<unknown>): unknown {
  if (envelope.ok) return envelope.data;
  throw new AppError(envelope.error.code, envelope.error.message, envelope.error.details);
}

/** Tells a step as it begins, and each tenth of it that is done. */
export function tellParts(tell: CommandContext['tell']): (step: string, part: number) => void {
  let told = '';
  return (step, part) => {
    const line = `${step} ${Math.floor(part * 10) * 10} %`;
    if (line !== told) tell(line);
    told = line;
  };
}
