import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSeries } from '../../../src/main/forecast/draw-series.ts';
import {
  evaluateModel,
  trainModel,
  writeForecast,
  writeSeries,
} from '../../../src/main/forecast/forecast.use-cases.ts';
import { readModel } from '../../../src/main/forecast/model-file.ts';
import { readCounts } from '../../../src/main/forecast/read-counts.ts';
import { isLuhnValid } from '../../../src/shared/kernel/luhn.ts';
import type { ModelFile } from '../../../src/shared/domain/forecast/forecast.schema.ts';
import { LAST_MONTH } from '../../support/drawn-table.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const NOW = Date.UTC(2026, 10, 27);
const SPEC = { employers: 1500, months: 60, lastMonth: LAST_MONTH, seed: 1 };
const quietly = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

describe('counts of hires', () => {
  let folder: TempFolder;
  let series: string;
  let model: string;

  beforeAll(async () => {
    folder = tempFolder('forecast');
    series = join(folder.path, 'series');
    model = join(folder.path, 'models', 'hires.json');
    await writeSeries(series, SPEC, quietly());
    await trainModel(series, model, { ...quietly(), now: NOW });
  }, 60_000);
  afterAll(() => folder.cleanup());

  const counts = (name: string, employers: string, hires: string): string => {
    const path = join(folder.path, name);
    mkdirSync(path);
    writeFileSync(join(path, 'employers.csv'), employers);
    writeFileSync(join(path, 'hires.csv'), hires);
    return path;
  };

  describe('that are generated', () => {
    it('are the same for a seed, and come back as they were drawn', async () => {
      const table = await readCounts(series, quietly());
      const drawn = new Map([...drawSeries(SPEC)].map(({ employer, hires }) => [employer.siret, { employer, hires }]));
      expect([table.employers.length, table.months]).toEqual([1500, 60]);
      table.employers.forEach((employer, index) => {
        const found = drawn.get(employer.siret)!;
        expect(employer).toEqual(found.employer);
        expect([...table.hires.subarray(index * 60, index * 60 + 60)]).toEqual(found.hires);
      });
    });

    it('are of numbers that cannot exist, and say that they are nobody’s', () => {
      const [, ...rows] = readFileSync(join(series, 'employers.csv'), 'utf8').trim().split('\n');
      expect(rows.filter((row) => isLuhnValid(row.slice(0, 9)) || isLuhnValid(row.slice(0, 14)))).toEqual([]);
      expect(readFileSync(join(series, 'README.md'), 'utf8')).toContain('nobody');
    });

    it('are not written over what is there', async () => {
      await expect(writeSeries(series, SPEC, quietly())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });
  });

  describe('that are wrong are refused with file, line and reason:', () => {
    const header = 'siret;sector;size;departement;opened\n';
    const one = `${header}00000000500012;5610A;02;57;\n`;
    const rows = (...lines: readonly string[]): string => ['siret;month;hires', ...lines].join('\n');

    it.each<readonly [string, string, string, RegExp]>([
      ['a siret', `${header}123;5610A;02;57;\n`, rows(), /^employers\.csv, line 2: siret is not 14 digits\.$/],
      ['a sector', `${header}00000000500012;56;02;57;\n`, rows(), /^employers\.csv, line 2: sector/],
      ['a size', `${header}00000000500012;5610A;big;57;\n`, rows(), /^employers\.csv, line 2: size/],
      ['a departement', `${header}00000000500012;5610A;02;Moselle;\n`, rows(), /^employers\.csv, line 2: departement/],
      ['an opening', `${header}00000000500012;5610A;02;57;soon\n`, rows(), /^employers\.csv, line 2: opened/],
      [
        'an employer twice',
        `${one}00000000500012;5610A;02;57;\n`,
        rows(),
        /^employers\.csv, line 3: siret is there already/,
      ],
      ['a column', 'siret;sector\n', rows(), /^employers\.csv, line 1: no column size: expected siret;sector;/],
      ['nobody', header, rows(), /^employers\.csv, line 1: no employer/],
      ['a stranger', one, rows('00000000500099;2025-01;1'), /^hires\.csv, line 2: siret is not in employers\.csv/],
      ['a month', one, rows('00000000500012;2025-01;1', '00000000500012;2025-13;1'), /^hires\.csv, line 3: month/],
      ['a count', one, rows('00000000500012;2025-01;-1'), /^hires\.csv, line 2: hires/],
      ['half a row', one, rows('00000000500012;2025-01'), /^hires\.csv, line 2: fewer fields/],
      [
        'a month told twice',
        one,
        rows('00000000500012;2025-01;1', '', '00000000500012;2025-01;2'),
        /^hires\.csv, line 4: another row for 00000000500012 in 2025-01/,
      ],
      ['a month that is missing', one, rows('00000000500012;2025-01;1', '00000000500012;2025-03;1'), /2025-02/],
      [
        'a slip of a century',
        one,
        rows('00000000500012;2025-01;1', '00000000500012;2125-01;1'),
        /more than 180 months/,
      ],
      ['no count', one, rows(), /^hires\.csv, line 1: no hires/],
    ])('%s', async (name, employers, hires, message) => {
      const path = counts(name, employers, hires);
      await expect(readCounts(path, quietly())).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(message) as string,
      });
    });

    it('a folder without them', async () => {
      await expect(readCounts(folder.path, quietly())).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: 'employers.csv is not in the folder.',
      });
    });

    it('too few months to judge a forecast', async () => {
      const short = join(folder.path, 'short');
      await writeSeries(short, { ...SPEC, employers: 50, months: 24 }, quietly());
      await expect(evaluateModel(short, quietly())).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: 'hires.csv: 24 months, at least 42 are needed.',
      });
    });
  });

  it('are read whatever their order, line ends and byte order mark', async () => {
    const path = counts(
      'windows',
      '\uFEFFopened;siret;size;departement;sector;note\r\n2025-01;00000000500012;10-19;2A;5610A;x\r\n',
      'hires;month;siret\r\n4;2025-02;00000000500012\r\n3;2025-01;00000000500012',
    );
    const { employers, hires, months } = await readCounts(path, quietly());
    expect(employers).toEqual([
      { siret: '00000000500012', naf: '5610A', size: '11', heads: 10, departement: '2A', opened: 2025 * 12 },
    ]);
    expect([[...hires], months]).toEqual([[3, 4], 2]);
  });

  describe('a model', () => {
    it('has a card beside it, in both languages, that says what it does not prove', () => {
      expect(readdirSync(join(folder.path, 'models')).sort()).toEqual(['hires.card.md', 'hires.json']);
      const card = readFileSync(join(folder.path, 'models', 'hires.card.md'), 'utf8');
      for (const words of [
        'Ce qu’il ne prouve pas',
        'What it does not prove',
        '2025-07',
        '2026-11-27',
        'Aucune équité',
      ]) {
        expect(card).toContain(words);
      }
    });

    it('holds nothing of any one employer', () => {
      const text = readFileSync(model, 'utf8');
      const [, ...rows] = readFileSync(join(series, 'employers.csv'), 'utf8').trim().split('\n');
      expect(rows.filter((row) => text.includes(row.slice(0, 14)))).toEqual([]);
    });

    it('forecasts every employer of a folder, with the column that an establishments file may carry', async () => {
      const out = join(folder.path, 'forecast.csv');
      const answer = await writeForecast(series, { model, out }, quietly());
      expect(answer).toMatchObject({ employers: 1500, from: '2026-01', to: '2026-06' });
      const [header, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
      expect(header).toBe('siret;from;to;expected;low;high;embauches_12_mois');
      for (const row of rows) {
        const [, , , expected = 0, low = 0, high = 0, yearly] = row.split(';').map(Number);
        expect(low).toBeLessThanOrEqual(high);
        expect(Math.abs(yearly! - 2 * expected)).toBeLessThanOrEqual(0.501);
      }
    });

    describe('is refused', () => {
      const changed = (name: string, change: (file: ModelFile) => unknown): string => {
        const path = join(folder.path, `${name}.json`);
        writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(model, 'utf8')) as ModelFile)));
        return path;
      };
      const scores = (change: Partial<ModelFile['evaluation']['forecast']>) => (file: ModelFile) => ({
        ...file,
        evaluation: { ...file.evaluation, forecast: { ...file.evaluation.forecast, ...change } },
      });

      it.each<readonly [string, (file: ModelFile) => unknown, string]>([
        ['of another version', (file) => ({ ...file, version: 2 }), 'version'],
        ['that is no model', () => [], 'version'],
        ['with a figure that is not a number', scores({ logScore: NaN }), 'unreadable'],
        ['with something more in it', (file) => ({ ...file, more: 1 }), 'unreadable'],
        ['worse than last year', scores({ topDecileCapture: 0.01 }), 'capture-under-last-year'],
        [
          'with intervals too narrow',
          scores({ coverage: [{ level: 0.9, exact: 0.7, shown: 0.7, shownOfLarge: null }] }),
          'coverage',
        ],
      ])('%s', (name, change, guard) => {
        const refusal = expect.objectContaining({ code: 'MODEL_REFUSED', details: { guards: [guard] } }) as Error;
        expect(() => readModel(changed(name, change))).toThrow(refusal);
      });

      it('before it is written, when its own counts say no', async () => {
        const few = join(folder.path, 'few');
        const out = join(folder.path, 'few.json');
        await writeSeries(few, { ...SPEC, employers: 120 }, quietly());
        await expect(trainModel(few, out, { ...quietly(), now: NOW })).rejects.toMatchObject({ code: 'MODEL_REFUSED' });
        expect(existsSync(out)).toBe(false);
      });
    });

    it('is given up when somebody stops it', async () => {
      const stop = new AbortController();
      const onProgress = (step: string): void => {
        if (step.startsWith('training')) stop.abort();
      };
      await expect(evaluateModel(series, { signal: stop.signal, onProgress })).rejects.toMatchObject({
        code: 'CANCELLED',
      });
    });
  });
});
