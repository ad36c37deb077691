import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../shared/kernel/app-error.ts';
import { flushFolder } from '../platform/files/atomic-write.ts';

/** Between two of these the core answers, and a person may stop. */
const CHUNK_BYTES = 1 << 20;

export interface Copying {
  readonly from: string;
  readonly to: string;
  /** Relative to both folders. */
  readonly files: readonly string[];
  readonly signal: AbortSignal;
  /** Bytes dealt with since the last time. */
  readonly onBytes: (step: 'copying' | 'checking', bytes: number) => void;
}

/**
 * Copies files to a folder that has none of them, flushes them, and reads them again: what was written is what was read,
 * or nothing is said to be copied. @throws AppError CANCELLED, MOVE_REFUSED (reason: different); errors of the disk
 */
export async function copyFiles({ from, to, files, signal, onBytes }: Copying): Promise<void> {
  const digests = new Map<string, string>();
  const folders = new Set([to]);
  for (const file of files) {
    for (const folder of madeFoldersOf(from, to, file)) folders.add(folder);
    digests.set(file, await copyFile(join(from, file), join(to, file), signal, (n) => onBytes('copying', n)));
  }
  // The inner ones first: a name is on the disk only once its folder is.
  for (const folder of [...folders].reverse()) flushFolder(folder);
  for (const file of files) {
    const digest = await digestOf(join(to, file), signal, (n) => onBytes('checking', n));
    if (digest === digests.get(file)) continue;
    throw new AppError('MOVE_REFUSED', 'What was written there is not what was read.', { reason: 'different' });
  }
}

/** Makes the folders of a file with the rights they had, outermost first; says which. */
function madeFoldersOf(from: string, to: string, file: string): readonly string[] {
  const inner = dirname(file);
  if (inner === '.') return [];
  const above = madeFoldersOf(from, to, inner);
  const folder = join(to, inner);
  mkdirSync(folder, { recursive: true, mode: statSync(join(from, inner)).mode & 0o777 });
  return [...above, folder];
}

async function copyFile(
  source: string,
  target: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const mode = statSync(source).mode & 0o777;
  const reading = openSync(source, 'r');
  try {
    // Never over something: the folder was empty when the move began.
    const writing = openSync(target, 'wx', mode);
    try {
      const digest = await eachChunk(reading, signal, (chunk) => {
        writeWhole(writing, chunk);
        onBytes(chunk.length);
      });
      fsyncSync(writing);
      return digest;
    } finally {
      closeSync(writing);
    }
  } finally {
    closeSync(reading);
  }
}

async function digestOf(file: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<string> {
  const reading = openSync(file, 'r');
  try {
    return await eachChunk(reading, signal, (chunk) => onBytes(chunk.length));
  } finally {
    closeSync(reading);
  }
}

/** The digest of a file, whose parts are shown on the way. @throws AppError CANCELLED */
async function eachChunk(handle: number, signal: AbortSignal, onChunk: (chunk: Uint8Array) => void): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (;;) {
    await setImmediate();
    if (signal.aborted) throw new AppError('CANCELLED', 'The move was stopped.');
    const read = readSync(handle, buffer, 0, CHUNK_BYTES, null);
    if (read === 0) return hash.digest('hex');
    const chunk = buffer.subarray(0, read);
    hash.update(chunk);
    onChunk(chunk);
  }
}

function writeWhole(handle: number, chunk: Uint8Array): void {
  for (let written = 0; written < chunk.length;) written += writeSync(handle, chunk, written);
}
