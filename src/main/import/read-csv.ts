import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { AppError } from '../../shared/kernel/app-error.ts';
import { RecordGrouper, type CsvRecord } from './csv-records.ts';
import { refusal, type RefusalReason } from './refusal.ts';
import { decodeLines, LineBlocks } from './text-decoding.ts';

/** One row of a file at the line where it starts (the header is line 1): its values, or why it is refused. */
export type CsvRow =
  | { readonly line: number; readonly values: readonly string[]; readonly refusal?: undefined }
  | { readonly line: number; readonly refusal: RefusalReason };

/** Rows read together, with the header they all answer to. */
export interface CsvBatch {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface ReadCsvOptions {
  readonly delimiter: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with each block of bytes as it is read: progress and checksum. */
  readonly onBytes?: ((bytes: Buffer) => void) | undefined;
  readonly chunkSize?: number;
}

/**
 * Streams the rows of a CSV file in batches, in constant memory. Every row that is not blank comes out once, as values
 * or as a refusal: a row with a quote out of place or the wrong number of fields costs only itself.
 *
 * @throws AppError `CANCELLED` when the signal aborts; the error of the file system when the file cannot be read.
 */
export async function* readCsv(path: string, options: ReadCsvOptions): AsyncGenerator<CsvBatch> {
  const rows = new RowReader(options.delimiter);
  const blocks = new LineBlocks();
  const stream = createReadStream(path, { highWaterMark: options.chunkSize ?? 256 * 1024 });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      if (options.signal?.aborted === true) throw new AppError('CANCELLED', 'Reading was stopped');
      options.onBytes?.(bytes);
      const block = blocks.push(bytes);
      if (block !== null) yield* rows.push(linesOf(decodeLines(block)));
    }
    const last = blocks.end();
    if (last !== null) yield* rows.push(linesOf(decodeLines(last)));
    yield* rows.end();
  } finally {
    stream.destroy();
  }
}

/** Lines without their ends, whichever system wrote them. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** The column names of a header line, without the byte order mark. */
export function headerOf(line: string, delimiter: string): readonly string[] {
  return (fieldsOf(line.replace(/^\uFEFF/, ''), delimiter)[0] ?? []).map((name) => name.trim());
}

class RowReader {
  readonly #delimiter: string;
  #header: readonly string[] | null = null;
  #records: RecordGrouper | null = null;
  #linesBefore = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  *push(lines: readonly string[]): Generator<CsvBatch> {
    if (this.#records === null) {
      const at = lines.findIndex((line) => line.replace(/^\uFEFF/, '').trim() !== '');
      if (at === -1) {
        this.#linesBefore += lines.length;
        return;
      }
      this.#header = headerOf(lines[at] ?? '', this.#delimiter);
      this.#records = new RecordGrouper(this.#delimiter, this.#header.length, this.#linesBefore + at + 2);
      yield* this.#batch(this.#records.push(lines.slice(at + 1)));
    } else {
      yield* this.#batch(this.#records.push(lines));
    }
  }

  *end(): Generator<CsvBatch> {
    if (this.#records !== null) yield* this.#batch(this.#records.end());
  }

  *#batch(records: readonly CsvRecord[]): Generator<CsvBatch> {
    if (this.#header === null || records.length === 0) return;
    yield { header: this.#header, rows: rowsOf(records, this.#delimiter, this.#header.length) };
  }
}

/** Reads the fields of all records at once; one by one only when the whole does not give one row a record. */
export function rowsOf(records: readonly CsvRecord[], delimiter: string, width: number): CsvRow[] {
  const texts = records.flatMap((record) => (record.refusal === undefined ? [record.text] : []));
  const together = fieldsOf(texts.join('\n'), delimiter);
  const isWhole = together.length === texts.length && together.every((values) => values.length === width);
  let next = 0;
  return records.map((record): CsvRow => {
    if (record.refusal !== undefined) return record;
    const values = isWhole ? together[next] : fieldsOf(record.text, delimiter)[0];
    next += 1;
    if (values === undefined || values.length !== width)
      return { line: record.line, refusal: refusal('row-unreadable') };
    return { line: record.line, values };
  });
}

function fieldsOf(text: string, delimiter: string): string[][] {
  if (text === '') return [];
  // Without a quote nothing is to be understood.
  if (!text.includes('"')) return text.split('\n').map((line) => line.split(delimiter));
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' }).data;
}
