import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv, type CsvRow } from '../../../src/main/import/read-csv.ts';
import { refusal } from '../../../src/main/import/refusal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vav-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

async function read(content: string | Buffer, delimiter = ';', chunkSize = 64): Promise<Read> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  let header: readonly string[] = [];
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(path, { delimiter, chunkSize })) {
    header = batch.header;
    rows.push(...batch.rows);
  }
  return { header, rows };
}

describe('reading a CSV file', () => {
  it('gives the rows with their physical line numbers, the header being line 1', async () => {
    const { header, rows } = await read('a;b\n1;2\n3;4\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([
      { line: 2, values: ['1', '2'] },
      { line: 3, values: ['3', '4'] },
    ]);
  });

  it('takes no notice of a byte order mark, of line ends of Windows and of blank lines', async () => {
    const { header, rows } = await read('\uFEFFa;b\r\n1;2\r\n\r\n3;4\r\n\r\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('reads a quoted field that holds delimiters, quotes and line ends, and keeps counting lines', async () => {
    const { rows } = await read('a;b\n"x;\n""y""\nz";2\n3;4\n');
    expect(rows).toEqual([
      { line: 2, values: ['x;\n"y"\nz', '2'] },
      { line: 5, values: ['3', '4'] },
    ]);
  });

  it('refuses a row whose quote is not closed and reads the rows after it', async () => {
    const { rows } = await read('a;b\n1;2\n3;"LE CHAMP\n5;6\n7;"8"\n');
    expect(rows).toEqual([
      { line: 2, values: ['1', '2'] },
      { line: 3, refusal: refusal('quote-unclosed') },
      { line: 4, values: ['5', '6'] },
      { line: 5, values: ['7', '8'] },
    ]);
  });

  it('refuses a row with the wrong number of fields, and says how many it found', async () => {
    const { rows } = await read('a;b\n1;2;3\n4\n5;6');
    expect(rows).toEqual([
      { line: 2, refusal: refusal('field-count', '3/2') },
      { line: 3, refusal: refusal('field-count', '1/2') },
      { line: 4, values: ['5', '6'] },
    ]);
  });

  it('keeps a quote inside a field that is not quoted, and refuses text after a closing quote', async () => {
    const { rows } = await read('a;b\n12" x;2\n"3"4;5\n');
    expect(rows).toEqual([
      { line: 2, values: ['12" x', '2'] },
      { line: 3, refusal: refusal('quote-misplaced') },
    ]);
  });

  it('finds no row in an empty file or in a header alone', async () => {
    expect((await read('')).rows).toEqual([]);
    expect((await read('a;b\n')).rows).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const path = join(folder, 'stopped.csv');
    await writeFile(path, `a;b\n${'1;2\n'.repeat(1000)}`);
    const stop = new AbortController();
    const reading = async (): Promise<void> => {
      for await (const _batch of readCsv(path, { delimiter: ';', chunkSize: 64, signal: stop.signal })) stop.abort();
    };
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('gives back every field it is given, whatever the fields hold and wherever the bytes are cut', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', '\n', ' ', '0') });
    const table = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, chunkSize) => {
        const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const content = `a;b\n${rows.map((row) => row.map(quoted).join(';')).join('\n')}\n`;
        const result = await read(content, ';', chunkSize);
        expect(result.rows.map((row) => (row.refusal === undefined ? row.values : row.refusal))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('loses no line of any junk: each line that is not blank belongs to one row, kept or refused', async () => {
    const junk = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', '\r', ' ', '\u0000', 'é'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(junk, fc.integer({ min: 1, max: 20 }), async (text, chunkSize) => {
        const { rows } = await read(`a;b\n${text}`, ';', chunkSize);
        const lines = text.split('\n');
        const covered = new Set<number>();
        for (const row of rows) {
          const last = row.refusal === undefined ? row.line + row.values.join('').split('\n').length - 1 : row.line;
          for (let line = row.line; line <= last; line += 1) {
            expect(covered.has(line)).toBe(false);
            covered.add(line);
          }
        }
        lines.forEach((line, index) => {
          if (line.trim() !== '') expect(covered.has(index + 2)).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });
});
