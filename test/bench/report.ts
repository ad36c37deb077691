/** How benches measure and print: ratios of one run, milliseconds with the machine they belong to. */
import os from 'node:os';

export function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1);
  return Math.round((sorted[Math.max(0, index)] ?? 0) * 1000) / 1000;
}

export function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(1)}x`;
}

export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  process.stdout.write(`\n${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|\n`);
  for (const row of rows) process.stdout.write(`| ${columns.map((column) => String(row[column])).join(' | ')} |\n`);
}

export function printMachine(): void {
  const [cpu] = os.cpus();
  process.stdout.write(
    `${os.cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
      `Node ${process.versions.node}\n`,
  );
}
