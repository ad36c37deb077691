import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { monthText } from '../../shared/domain/forecast/month.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { drawSeries, type SeriesSpec } from './draw-series.ts';
import { EMPLOYERS_COLUMNS, EMPLOYERS_FILE, HIRES_COLUMNS, HIRES_FILE } from './read-counts.ts';

const README = `# Generated counts of hires

These figures are nobody's: \`vav demo series\` drew them. No number of establishment here can exist (both check digits are
wrong on purpose). Nothing was fitted to real counts.

| file | column | |
|---|---|---|
| ${EMPLOYERS_FILE} | siret | 14 digits |
| | sector | NAF class |
| | size | INSEE headcount band; NN: not known |
| | departement | code |
| | opened | month in which it opened, YYYY-MM; empty: before the first month counted |
| ${HIRES_FILE} | siret | one of ${EMPLOYERS_FILE} |
| | month | YYYY-MM |
| | hires | hires that began in the month; a month without a row has none |
`;

/** Rows written at once. */
const BLOCK = 2_000;

export interface WrittenSeries {
  readonly employers: number;
  readonly rows: number;
  readonly hires: number;
}

/**
 * Writes generated counts in a new or empty folder, one employer after the other.
 *
 * @throws AppError INVALID_INPUT when something is there already, CANCELLED, DISK_FULL
 */
export async function writeSeries(
  folder: string,
  spec: SeriesSpec,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (part: number) => void },
): Promise<WrittenSeries> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new AppError('INVALID_INPUT', 'The folder of --out is not empty.');
  const open = (name: string): number => openSync(join(folder, name), 'w');
  const [employersFile, hiresFile, readme] = [open(EMPLOYERS_FILE), open(HIRES_FILE), open('README.md')];
  const firstMonth = spec.lastMonth - spec.months + 1;
  const names = Array.from({ length: spec.months }, (_, month) => monthText(firstMonth + month));
  let [employers, rows, hires] = [0, 0, 0];
  let employerLines = [EMPLOYERS_COLUMNS.join(';')];
  let hireLines = [HIRES_COLUMNS.join(';')];
  const flush = (): void => {
    writeLines(employersFile, employerLines);
    writeLines(hiresFile, hireLines);
    employerLines = [];
    hireLines = [];
  };
  try {
    writeSync(readme, README);
    for (const { employer, hires: counts } of drawSeries(spec)) {
      const { siret, naf, size, departement, opened } = employer;
      employerLines.push([siret, naf, size, departement, opened === null ? '' : monthText(opened)].join(';'));
      counts.forEach((count, month) => {
        if (count === 0) return;
        hireLines.push(`${siret};${names[month] ?? ''};${count}`);
        rows += 1;
        hires += count;
      });
      employers += 1;
      if (employers % BLOCK !== 0) continue;
      flush();
      onProgress(employers / spec.employers);
      await setImmediate();
      if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.');
    }
    flush();
  } catch (error) {
    throw asDiskError(error);
  } finally {
    for (const handle of [employersFile, hiresFile, readme]) closeSync(handle);
  }
  return { employers, rows, hires };
}

function writeLines(handle: number, lines: readonly string[]): void {
  if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`);
}
