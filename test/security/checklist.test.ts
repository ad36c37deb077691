import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The threat model says what is proven; this says whether it is true. */
const root = path.resolve(import.meta.dirname, '../..');
const thisFile = path.basename(import.meta.filename);

interface Row {
  readonly number: number;
  readonly requirement: string;
  readonly status: string;
  readonly where: string;
}

const rows: readonly Row[] = fs
  .readFileSync(path.join(root, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, number, requirement = '', , status = '', where = ''] = line.split('|').map((cell) => cell.trim());
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), requirement, status, where }] : [];
  });

/** Titles of tests only: `it('row 13: …')`, `it.each(…)('row 4, row 20: …')`, `test('row 7: …')`. */
function provenRows(): ReadonlySet<number> {
  const titles = fs
    .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.tsx?$/.test(name) && path.basename(name) !== thisFile)
    .flatMap((name) => [
      ...fs
        .readFileSync(path.join(root, 'test', name), 'utf8')
        .matchAll(/\(\s*['"`]((?:row \d+(?:, )?)+):|\['(row \d+)',/g),
    ])
    .map((match) => match[1] ?? match[2] ?? '');
  return new Set(titles.flatMap((title) => [...title.matchAll(/\d+/g)].map(([number]) => Number(number))));
}

describe('the checklist of the threat model', () => {
  const proven = provenRows();

  it('has the rows 1 to 44, once each and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 44 }, (_, index) => index + 1));
  });

  it('holds the whole of the official list now', () => {
    expect(rows.slice(0, 20).filter(({ status }) => status !== 'now')).toEqual([]);
  });

  it.each(rows)('row $number ($requirement) is proven if it says so, and says what it waits for if not', (row) => {
    expect(['now', 'later']).toContain(row.status);
    expect(row.where).not.toBe('');
    if (row.status === 'now')
      expect(proven, `no test title carries "row ${String(row.number)}:"`).toContain(row.number);
  });

  it('names no row that does not exist', () => {
    const known = new Set(rows.map(({ number }) => number));
    expect([...proven].filter((number) => !known.has(number))).toEqual([]);
  });
});
