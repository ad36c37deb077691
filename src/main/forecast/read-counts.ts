import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { headcountRange, parseHeadcountBand } from '../../shared/domain/employer/headcount.ts';
import type { CountedEmployer, CountTable } from '../../shared/domain/forecast/forecast.ts';
import { monthNumber, monthText } from '../../shared/domain/forecast/month.rules.ts';
import { isNafCode } from '../../shared/domain/sector/sector.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

export const EMPLOYERS_FILE = 'employers.csv';
export const HIRES_FILE = 'hires.csv';
export const EMPLOYERS_COLUMNS = ['siret', 'sector', 'size', 'departement', 'opened'] as const;
export const HIRES_COLUMNS = ['siret', 'month', 'hires'] as const;

/** A month far from the others is a slip of the pen, and would make a table of that width. */
const MOST_MONTHS = 180;
const MOST_HIRES = 1_000_000;

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** File and part of it read, 0 to 1. */
  readonly onProgress: (file: string, part: number) => void;
}

/**
 * Reads counts by month: `employers.csv` says who is counted, `hires.csv` how many each hired in a month; a month without
 * a row is a month without a hire. Codes and numbers only, parted by `;`. Rows may stand in any order.
 *
 * A wrong row refuses the whole: a count lost in silence would pass for a month without a hire.
 *
 * @throws AppError INVALID_INPUT with file, line and reason; FOLDER_UNREADABLE; CANCELLED
 */
export async function readCounts(folder: string, options: ReadOptions): Promise<CountTable> {
  const employers = await readEmployers(join(folder, EMPLOYERS_FILE), options);
  const index = new Map(employers.map(({ siret }, at) => [siret, at]));
  const cells = await readHires(join(folder, HIRES_FILE), index, options);
  return toTable(employers, cells);
}

async function readEmployers(path: string, options: ReadOptions): Promise<readonly CountedEmployer[]> {
  const employers: CountedEmployer[] = [];
  const seen = new Set<string>();
  await readRows(path, EMPLOYERS_FILE, EMPLOYERS_COLUMNS, options, (values, refuse) => {
    const [siret = '', sector = '', size = '', departement = '', opened = ''] = values;
    if (!/^\d{14}$/.test(siret)) return refuse('siret is not 14 digits');
    if (seen.has(siret)) return refuse('siret is there already');
    if (!isNafCode(sector)) return refuse('sector is not a NAF class such as 5610A');
    const band = parseHeadcountBand(size);
    if (band === null) return refuse('size is not a headcount band such as 11');
    if (!/^(?:\d{2}|2[AB]|97\d|98\d)$/.test(departement)) return refuse('departement is not a code such as 57 or 2A');
    const month = opened === '' ? null : monthNumber(opened);
    if (opened !== '' && month === null) return refuse('opened is neither empty nor YYYY-MM');
    seen.add(siret);
    const heads = headcountRange(band)?.min ?? null;
    employers.push({ siret, naf: sector, size: band, heads, departement, opened: month });
  });
  if (employers.length === 0) throw refused(EMPLOYERS_FILE, 1, 'no employer');
  return employers.sort((a, b) => (a.siret < b.siret ? -1 : 1));
}

/** Employer, month, hires and line of each row, four numbers a row. */
class Cells {
  #numbers = new Int32Array(4 * 4096);
  length = 0;

  push(employer: number, month: number, hires: number, line: number): void {
    if (this.length + 4 > this.#numbers.length) {
      const longer = new Int32Array(this.#numbers.length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers.set([employer, month, hires, line], this.length);
    this.length += 4;
  }

  *[Symbol.iterator](): Generator<readonly [number, number, number, number]> {
    const numbers = this.#numbers;
    for (let at = 0; at < this.length; at += 4) {
      const [employer = 0, month = 0, hires = 0, line = 0] = numbers.subarray(at, at + 4);
      yield [employer, month, hires, line];
    }
  }
}

async function readHires(path: string, index: ReadonlyMap<string, number>, options: ReadOptions): Promise<Cells> {
  const cells = new Cells();
  // The same months come again and again: reading each once saves most of the time.
  const months = new Map<string, number | null>();
  await readRows(path, HIRES_FILE, HIRES_COLUMNS, options, ([siret = '', text = '', hires = ''], refuse, line) => {
    const employer = index.get(siret);
    if (employer === undefined) return refuse(`siret is not in ${EMPLOYERS_FILE}`);
    const known = months.get(text);
    const month = known === undefined ? monthNumber(text) : known;
    if (known === undefined) months.set(text, month);
    if (month === null) return refuse('month is not YYYY-MM');
    if (!/^\d{1,7}$/.test(hires) || Number(hires) > MOST_HIRES) return refuse('hires is not a whole number');
    cells.push(employer, month, Number(hires), line);
  });
  return cells;
}

function toTable(employers: readonly CountedEmployer[], cells: Cells): CountTable {
  let [first, last] = [Infinity, -Infinity];
  for (const [, month] of cells) {
    first = Math.min(first, month);
    last = Math.max(last, month);
  }
  if (last < first) throw refused(HIRES_FILE, 1, 'no hires');
  const months = last - first + 1;
  if (months > MOST_MONTHS) {
    throw refused(HIRES_FILE, 1, `from ${monthText(first)} to ${monthText(last)}: more than ${MOST_MONTHS} months`);
  }
  const hires = new Int32Array(employers.length * months).fill(-1);
  const counted = new Float64Array(months);
  for (const [employer, month, count, line] of cells) {
    const at = employer * months + month - first;
    if ((hires[at] as number) >= 0) {
      const siret = employers[employer]?.siret ?? '';
      throw refused(HIRES_FILE, line, `another row for ${siret} in ${monthText(month)}`);
    }
    hires[at] = count;
    counted[month - first] = (counted[month - first] as number) + count;
  }
  const empty = counted.indexOf(0);
  if (empty !== -1) {
    throw refused(
      HIRES_FILE,
      null,
      `nobody hired in ${monthText(first + empty)}: a month is missing rather than quiet`,
    );
  }
  return { employers, firstMonth: first, months, hires: hires.map((count) => Math.max(0, count)) };
}

type Refuse = (reason: string) => never;

/** Gives the columns that are asked for, in the order asked. */
async function readRows(
  path: string,
  file: string,
  columns: readonly string[],
  { signal, onProgress }: ReadOptions,
  onRow: (values: readonly string[], refuse: Refuse, line: number) => void,
): Promise<void> {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new AppError('INVALID_INPUT', `${file} is not in the folder.`, { file });
  const decoder = new StringDecoder('utf8');
  let [line, read, rest] = [0, 0, ''];
  const header: { places: readonly number[] | null } = { places: null };
  const take = (text: string): void => {
    line += 1;
    const row = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (row === '') return;
    const values = row.split(';');
    if (header.places === null) {
      header.places = placesOf(
        line === 1 ? values.map((name) => name.replace(/^\uFEFF/, '').trim()) : values,
        columns,
        file,
        line,
      );
      return;
    }
    const { places } = header;
    const refuse: Refuse = (reason) => {
      throw refused(file, line, reason);
    };
    if (places.some((place) => place >= values.length)) refuse('fewer fields than the header');
    onRow(
      places.map((place) => values[place] ?? ''),
      refuse,
      line,
    );
  };
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled.');
      const lines = (rest + decoder.write(bytes)).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) take(text);
      read += bytes.length;
      onProgress(file, read / size);
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new AppError('FOLDER_UNREADABLE', `${file} cannot be read.`);
  } finally {
    stream.destroy();
  }
  if (rest + decoder.end() !== '') take(rest);
  if (header.places === null) throw refused(file, 1, 'no header');
}

function placesOf(
  header: readonly string[],
  columns: readonly string[],
  file: string,
  line: number,
): readonly number[] {
  return columns.map((column) => {
    const place = header.indexOf(column);
    if (place === -1) throw refused(file, line, `no column ${column}: expected ${columns.join(';')}`);
    return place;
  });
}

/** @param line null where the fault is in the file as a whole */
function refused(file: string, line: number | null, reason: string): AppError {
  const where = line === null ? file : `${file}, line ${line}`;
  return new AppError('INVALID_INPUT', `${where}: ${reason}.`, { file, reason, ...(line === null ? {} : { line }) });
}
