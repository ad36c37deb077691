import { statSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '../shared/kernel/app-error.ts';

/**
 * Options of a command by name. An unknown option or a word too many is bad input: a typing mistake must not be a silent
 * default.
 */
export function parseOptions<const O extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: O,
  { mostPositionals = 0 }: { readonly mostPositionals?: number } = {},
): ReturnType<typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>> {
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const stray = parsed.positionals[mostPositionals];
    if (stray !== undefined) throw new Error(`Unexpected argument '${stray}'.`);
    return parsed;
  } catch (error) {
    throw new AppError(
      'INVALID_INPUT',
      error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'Bad arguments.',
    );
  }
}

/** @throws AppError INVALID_INPUT when the option was not given */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new AppError('INVALID_INPUT', `Option --${name} is needed.`);
  return value;
}

/** A folder that is there: a mistyped one is bad input. @throws AppError INVALID_INPUT */
export function existingFolder(path: string, name: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
  throw new AppError('INVALID_INPUT', `The folder of --${name} does not exist.`);
}

/** A whole number within bounds. @throws AppError INVALID_INPUT */
export function wholeNumber(value: string, name: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new AppError('INVALID_INPUT', `Option --${name} takes a whole number from ${min} to ${max}.`);
  }
  return number;
}

/** One of a few words. @throws AppError INVALID_INPUT */
export function oneOf<const T extends string>(value: string, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new AppError('INVALID_INPUT', `Option --${name} takes one of: ${words.join(', ')}.`);
  return found;
}
