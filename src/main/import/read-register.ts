import { createReadStream } from 'node:fs';
import type { EstablishmentRecord } from '../../shared/domain/dataset/reference-records.ts';
import { RegisterColumns } from './register-columns.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { RecordGrouper, type CsvRecord } from './csv-records.ts';
import { headerOf, linesOf, rowsOf } from './read-csv.ts';
import { refusal, type RefusalReason } from './refusal.ts';
import { placesIn, rowMapper } from './row-mapper.ts';
import type { Delimiter, Source, SourceRow } from './source.ts';
import { placesOfRegister, RegisterBytes } from './sources/establishments/register-bytes.ts';
import { decodeLines, LineBlocks } from './text-decoding.ts';

export interface ReadRegisterOptions {
  readonly delimiter: Delimiter;
  readonly signal?: AbortSignal | undefined;
  /** Called with each block of bytes as it is read: progress and checksum. */
  readonly onBytes: (bytes: Buffer) => void;
  readonly onRefused: (line: number, reason: RefusalReason) => void;
  readonly chunkSize?: number;
}

/** A register as it was read: columns at once, and records one by one for who needs their texts. */
export interface Register {
  readonly columns: RegisterColumns;
  readonly records: Iterable<EstablishmentRecord>;
}

/**
 * Reads a register of establishments, millions of rows, as columns: a plain row is read from its bytes, any other by the
 * adapter of its layout, in the order of the file. Texts are not kept: the bytes are, and records are read from them again.
 *
 * @throws AppError `CANCELLED`; the error of the file system when the file cannot be read
 */
export async function readRegister(
  path: string,
  source: Source<'establishments'>,
  { delimiter, signal, onBytes, onRefused, chunkSize = 1024 * 1024 }: ReadRegisterOptions,
): Promise<Register> {
  const reader = new RegisterReader(source, delimiter, onRefused);
  const blocks = new LineBlocks();
  const stream = createReadStream(path, { highWaterMark: chunkSize });
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      if (signal?.aborted === true) throw new AppError('CANCELLED', 'Reading was stopped');
      onBytes(bytes);
      const block = blocks.push(bytes);
      if (block !== null) reader.push(block);
    }
    const last = blocks.end();
    // A line end more, where the last line has none: every line of a block has one.
    if (last !== null) reader.push(Buffer.concat([last, Buffer.from('\n')]));
    reader.end();
  } finally {
    stream.destroy();
  }
  return { columns: reader.columns, records: { [Symbol.iterator]: () => reader.records() } };
}

const [NEW_LINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

interface Layout {
  readonly width: number;
  readonly records: RecordGrouper;
  readonly rows: RegisterBytes;
  /** Fields of the line being read: where each begins, and one beyond the last. */
  readonly starts: Int32Array;
  readonly toRow: (values: readonly string[]) => SourceRow<string>;
}

/** Whole lines, with the number of the first of them. */
interface LineBlock {
  readonly bytes: Buffer;
  readonly firstLine: number;
}

class RegisterReader {
  readonly columns = new RegisterColumns();
  readonly #source: Source<'establishments'>;
  readonly #delimiter: Delimiter;
  readonly #onRefused: ReadRegisterOptions['onRefused'];
  readonly #blocks: LineBlock[] = [];
  readonly #lines = new FirstLines(this.columns);
  /** Records whose text is on several lines, by row. */
  readonly #longRecords = new Map<number, EstablishmentRecord>();
  #layout: Layout | null = null;
  #line = 0;

  constructor(source: Source<'establishments'>, delimiter: Delimiter, onRefused: ReadRegisterOptions['onRefused']) {
    this.#source = source;
    this.#delimiter = delimiter;
    this.#onRefused = onRefused;
  }

  /** @param bytes whole lines */
  push(bytes: Buffer): void {
    const start = this.#layout === null ? this.#readHeader(bytes) : 0;
    if (this.#layout === null || start === bytes.length) return;
    this.#blocks.push({ bytes: bytes.subarray(start), firstLine: this.#line + 1 });
    this.#pushRows(bytes, start, this.#layout);
  }

  end(): void {
    if (this.#layout !== null) this.#readPlainly(this.#layout.records.end(), this.#layout);
  }

  /** The records of the columns, in their order. */
  *records(): Generator<EstablishmentRecord> {
    const layout = this.#layout;
    let row = 0;
    for (const { bytes, firstLine } of this.#blocks) {
      const lines = linesOf(decodeLines(bytes));
      for (; row < this.columns.count; row += 1) {
        const text = lines[this.#lines.lineOf(row) - firstLine];
        if (text === undefined || layout === null) break;
        yield this.#longRecords.get(row) ?? this.#recordOf(text, layout);
      }
    }
  }

  #recordOf(text: string, layout: Layout): EstablishmentRecord {
    const [row] = rowsOf([{ line: 0, text }], this.#delimiter, layout.width);
    const isRow = row !== undefined && row.refusal === undefined;
    const parsed = isRow ? this.#source.parse(layout.toRow(row.values), 0) : null;
    if (parsed?.ok !== true) throw new Error('A row that was kept reads as it did.');
    return parsed.value;
  }

  /** @returns where the rows begin */
  #readHeader(bytes: Buffer): number {
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(NEW_LINE, start);
      const [line = ''] = linesOf(decodeLines(bytes.subarray(start, end)));
      this.#line += 1;
      start = end + 1;
      if (line.replace(/^\uFEFF/, '').trim() === '') continue;
      const header = headerOf(line, this.#delimiter);
      this.#layout = {
        width: header.length,
        records: new RecordGrouper(this.#delimiter, header.length, this.#line + 1),
        rows: new RegisterBytes(this.columns, placesOfRegister(placesIn(this.#source, header))),
        starts: new Int32Array(header.length + 2),
        toRow: rowMapper(this.#source, header),
      };
      return start;
    }
    return bytes.length;
  }

  #pushRows(bytes: Buffer, from: number, layout: Layout): void {
    const { starts, width, rows, records } = layout;
    const fields = { bytes, starts };
    const delimiter = this.#delimiter.charCodeAt(0);
    let start = from;
    while (start < bytes.length) {
      this.#line += 1;
      let found = 0;
      let hasQuote = false;
      let at = start;
      starts[0] = start;
      for (let byte = bytes[at] as number; byte !== NEW_LINE; byte = bytes[at] as number) {
        at += 1;
        if (byte === delimiter) {
          // Beyond the width, the last place is written again: the line is not plain anyway.
          if (found < width) found += 1;
          starts[found] = at;
        } else if (byte === QUOTE) hasQuote = true;
      }
      const end = bytes[at - 1] === RETURN && at > start ? at - 1 : at;
      starts[found + 1] = end + 1;
      if (found === width - 1 && !hasQuote && !records.isWaiting && rows.add(fields)) {
        records.skip(1);
        this.#keep(this.#line);
      } else {
        this.#readPlainly(records.push([linesOf(decodeLines(bytes.subarray(start, end)))[0] ?? '']), layout);
      }
      start = at + 1;
    }
  }

  #readPlainly(records: readonly CsvRecord[], { width, toRow }: Layout): void {
    for (const [index, row] of rowsOf(records, this.#delimiter, width).entries()) {
      const parsed = row.refusal === undefined ? this.#source.parse(toRow(row.values), row.line) : null;
      if (parsed?.ok !== true) {
        this.#onRefused(row.line, parsed === null ? (row.refusal as RefusalReason) : parsed.error);
        continue;
      }
      this.columns.push(parsed.value);
      const isLong = records[index]?.refusal === undefined && records[index]?.text.includes('\n') === true;
      if (this.#keep(row.line) && isLong) this.#longRecords.set(this.columns.count - 1, parsed.value);
    }
  }

  /** Keeps the last row of the columns unless an earlier line speaks of the same establishment. */
  #keep(line: number): boolean {
    const before = this.#lines.keep(line);
    if (before === null) return true;
    this.#onRefused(line, refusal('repeated', String(before)));
    return false;
  }
}

/** The line of each row, and which establishments they speak of already. */
class FirstLines {
  readonly #columns: RegisterColumns;
  #lines = new Uint32Array(65_536);
  #last = -1;
  /** Row by SIRET, from the first one out of order on: registers come in order, and need none of it. */
  #rows: Map<number, number> | null = null;

  constructor(columns: RegisterColumns) {
    this.#columns = columns;
  }

  lineOf(row: number): number {
    return this.#lines[row] as number;
  }

  /** Keeps the last row of the columns; else takes it away, and says the line that spoke of it. */
  keep(line: number): number | null {
    const { siret } = this.#columns;
    const row = this.#columns.count - 1;
    const number = siret[row] as number;
    if (number <= this.#last && this.#rows === null) {
      this.#rows = new Map();
      for (let known = 0; known < row; known += 1) this.#rows.set(siret[known] as number, known);
    }
    const before = this.#rows?.get(number);
    if (before !== undefined) {
      this.#columns.count -= 1;
      return this.lineOf(before);
    }
    this.#rows?.set(number, row);
    if (number > this.#last) this.#last = number;
    if (row === this.#lines.length) {
      const longer = new Uint32Array(row * 2);
      longer.set(this.#lines);
      this.#lines = longer;
    }
    this.#lines[row] = line;
    return null;
  }
}
