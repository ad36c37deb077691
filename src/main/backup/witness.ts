import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The number of the last operation, kept outside of the database: a database of which the last writings were lost, or
 * that an older one replaced, looks whole by itself. It is written after each commit and never waits for the disk: after
 * a power cut it may be behind, never ahead. It says nothing of anybody.
 */
export interface Witness {
  readonly deviceId: string;
  readonly lastSeq: number;
  /** The end of the link of that operation: a log of which every link was made again is another one. */
  readonly mark?: string | undefined;
}

const witnessSchema = z.strictObject({
  deviceId: z.string().max(40),
  lastSeq: z.int().min(0),
  mark: z.string().max(16).optional(),
  sum: z.string(),
});

/** Always as long: it is written over in place, and a longer one would leave an end behind. */
const BYTES = 160;

export function witnessFile(folder: string): string {
  return join(folder, 'last-operation.json');
}

/** Null when there is none, or it is damaged: it is then written anew. */
export function readWitness(folder: string): Witness | null {
  try {
    const { sum, ...witness } = witnessSchema.parse(JSON.parse(readFileSync(witnessFile(folder), 'utf8')));
    return sum === sumOf(witness) ? witness : null;
  } catch {
    return null;
  }
}

export interface WitnessWriter {
  write(witness: Witness): void;
  close(): void;
}

/** What cannot be written costs the witness, not the work. */
export function openWitness(folder: string): WitnessWriter {
  const handle = orNull(() => openSync(witnessFile(folder), 'r+')) ?? orNull(() => openSync(witnessFile(folder), 'w'));
  return {
    write(witness) {
      if (handle === null) return;
      const text = `${JSON.stringify({ ...witness, sum: sumOf(witness) }).padEnd(BYTES - 1)}\n`;
      orNull(() => writeSync(handle, text, 0));
      orNull(() => ftruncateSync(handle, BYTES));
    },
    close() {
      if (handle !== null) orNull(() => closeSync(handle));
    },
  };
}

function sumOf({ deviceId, lastSeq, mark }: Witness): string {
  return createHash('sha256')
    .update([deviceId, lastSeq, ...(mark === undefined ? [] : [mark])].join(' '))
    .digest('hex')
    .slice(0, 16);
}

function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
