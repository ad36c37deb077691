/** Memory of an application with all its processes, as Linux counts it. */
import fs from 'node:fs';

/**
 * Mebibytes of a process and of all that it started: each page is shared out among those who use it (proportional set
 * size), so that the sum is what the application costs. Null where the system does not tell.
 */
export function proportionalMemory(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const kibibytes = [pid, ...descendantsOf(pid)].map(pssOf);
  return Math.round(kibibytes.reduce((sum, pss) => sum + pss, 0) / 1024);
}

function descendantsOf(pid: number): readonly number[] {
  const children = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function parentOf(pid: string): number | null {
  // The name of a program is between brackets, and may hold anything.
  const [, parent] = /\) \S+ (\d+)/.exec(readOr(`/proc/${pid}/stat`)) ?? [];
  return parent === undefined ? null : Number(parent);
}

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end while it is looked at. */
function readOr(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
