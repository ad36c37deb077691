import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../shared/kernel/clock.ts';
import type { Log, LogFacts } from './log.ts';
import { redact } from './redact.ts';

const MAX_BYTES = 2_000_000;
const FILES_KEPT = 3;

/** One JSON object a line in `dir/vav.log`, redacted, rotated at 2 MB, three files kept. Logging never makes an act fail. */
export function fileLog(dir: string, clock: Clock): Log {
  const file = join(dir, 'vav.log');
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    // A read-only disk: lines are lost one by one below, and nothing else is.
  }
  const write = (level: string, event: string, facts: LogFacts = {}): void => {
    const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...redact(facts) });
    try {
      rotateWhenFull(file);
      appendFileSync(file, `${line}\n`);
    } catch {
      // A full disk must not stop an appointment: the act goes on, the trace is lost.
    }
  };
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
    error: (event, facts) => write('error', event, facts),
  };
}

function rotateWhenFull(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < MAX_BYTES) return;
  rmSync(`${file}.${FILES_KEPT - 1}`, { force: true });
  for (let n = FILES_KEPT - 2; n >= 1; n -= 1) {
    if (statSync(`${file}.${n}`, { throwIfNoEntry: false })) renameSync(`${file}.${n}`, `${file}.${n + 1}`);
  }
  renameSync(file, `${file}.1`);
}
