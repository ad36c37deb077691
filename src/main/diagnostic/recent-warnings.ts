import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../shared/domain/diagnostic/diagnostic.schema.ts';

type Warning = Diagnostic['log'][number];

const DAY_MS = 86_400_000;
const MOST = 200;
/** A day of warnings fits many times; more is a loop, which its last lines show as well. */
const LAST_BYTES = 1_000_000;

/**
 * Warnings and errors of the last day, latest last. Of each line only the event and a code are taken, and only where they
 * have the shape of one: what a line should not have said goes no further.
 */
export function recentWarnings(logs: string, now: number): readonly Warning[] {
  return ['vav.log.1', 'vav.log']
    .flatMap((name) => endOf(join(logs, name)).split('\n'))
    .flatMap((line) => warningOf(line) ?? [])
    .filter(({ at }) => Math.abs(now - Date.parse(at)) <= DAY_MS)
    .slice(-MOST);
}

function endOf(file: string): string {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const { size } = fstatSync(handle);
    const buffer = Buffer.alloc(Math.min(size, LAST_BYTES));
    readSync(handle, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } catch {
    return '';
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

function warningOf(line: string): Warning | null {
  try {
    const { at, level, event, code, kind } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (level !== 'warn' && level !== 'error') return null;
    if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)) return null;
    if (typeof event !== 'string' || !/^[a-z][a-zA-Z.-]{0,63}$/.test(event)) return null;
    return { at, level, event, code: [code, kind].find(isCode) ?? null };
  } catch {
    return null;
  }
}

/** `DISK_FULL`, `ENOSPC`, `TypeError`: one word of letters. */
function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[A-Z][A-Z_]{1,63}|[A-Z][A-Za-z]{0,57}Error)$/.test(value);
}
