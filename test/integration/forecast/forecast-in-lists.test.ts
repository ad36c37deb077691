import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainModel, writeForecast, writeSeries } from '../../../src/main/forecast/forecast.use-cases.ts';
import type { CallOutput } from '../../../src/shared/contract/index.ts';
import { LAST_MONTH } from '../../support/drawn-table.ts';
import { aCore, placeRelease, type TestCore } from '../../support/core.ts';
import { changedFixture } from '../../support/fixture-folder.ts';
import { importInto } from '../../support/fixture-release.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const quietly = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

interface Forecast {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

describe('counts by month, from a structure to its lists', () => {
  let folder: TempFolder;
  let files: TempFolder;
  let core: TestCore;
  let forecasts: ReadonlyMap<string, Forecast>;
  let page: CallOutput<'suggestion.employers'>;

  beforeAll(async () => {
    folder = tempFolder('forecast-in-lists');
    const [series, model, out] = ['series', 'hires.json', 'forecast.csv'].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    await writeSeries(series, { employers: 1500, months: 60, lastMonth: LAST_MONTH, seed: 1 }, quietly());
    await trainModel(series, model, { ...quietly(), now: Date.UTC(2026, 0, 5) });
    await writeForecast(series, { model, out }, quietly());
    forecasts = new Map(
      rowsOf(out).map(([siret = '', , , ...figures]) => {
        const [expected = 0, low = 0, high = 0] = figures.map(Number);
        return [siret, { expected, low, high }];
      }),
    );
    // The employers of the series, in Metz, each behind its door, beside those of the fixture.
    const employers = rowsOf(join(series, 'employers.csv')).map(
      ([siret, naf, size], index) =>
        `${siret};MAISON ${siret};;${naf};${size};${index + 1};RUE DES CLERCS;57000;57463;6.18027;49.10763;;O`,
    );
    files = changedFixture({ 'establishments.csv': (text) => `${text.trimEnd()}\n${employers.join('\n')}\n` });
    writeFileSync(join(files.path, 'forecast.csv'), readFileSync(out));
    const [reference, data] = [join(folder.path, 'reference'), join(folder.path, 'data')];
    await importInto(reference, { from: files.path });
    placeRelease(data, 'demonstration', reference);
    core = aCore(data);
    await core.prepare();
    page = await core.ask('suggestion.employers', {
      ...{ romes: ['D1106', 'G1602', 'M1607'], communeCode: '57463', radiusKm: 10, group: 'private' },
      ...{ sections: [], sizes: [], order: 'plain', seed: '', offset: 0, limit: 100 },
    });
  }, 120_000);
  afterAll(() => {
    core.close();
    files.cleanup();
    folder.cleanup();
  });

  it('give each employer of a list the hires expected of it, between bounds, with source and month', () => {
    const forecast = page.rows.filter(({ potential }) => potential.basis === 'forecast');
    expect(forecast.length).toBeGreaterThan(10);
    for (const { siret, potential, factors } of forecast) {
      const whole = forecasts.get(siret)!;
      expect(potential.low).toBeLessThanOrEqual(potential.expected!);
      expect(potential.high).toBeGreaterThanOrEqual(potential.expected!);
      expect(potential.expected).toBeLessThanOrEqual(whole.expected + 0.01);
      expect(factors[0]).toMatchObject({
        name: 'potential',
        source: expect.stringContaining('structure') as string,
        asOf: '2026-01',
      });
    }
  });

  it('change nothing for who is not counted', () => {
    const others = page.rows.filter(({ siret }) => !forecasts.has(siret));
    expect(others.length).toBeGreaterThan(0);
    for (const { potential } of others) expect(potential.basis).not.toBe('forecast');
  });

  it('are told on the page of the employer: months, what is expected, and between which bounds', async () => {
    const [siret, whole] = [...forecasts][0]!;
    const { forecast } = await core.ask('employer.get', { siret });
    expect(forecast).toEqual({ from: '2026-01', to: '2026-06', ...whole });
    const other = await core.ask('employer.get', { siret: '30000791900013' });
    expect([other.forecast, other.yearlyHires]).toEqual([null, 3]);
  });

  it('are a source of the release, read row by row like the others', async () => {
    const { release } = await importInto(join(folder.path, 'again'), { from: files.path });
    const source = release.manifest.sources.find((of) => of.source === 'hires-forecast');
    expect(source).toMatchObject({ file: 'forecast.csv', vintage: '2026-01', read: 1500, kept: 1500, refused: 0 });
  });

  it('make another version of the data when a forecast changes, and the same one when it does not', async () => {
    const versionOf = async (name: string): Promise<string> => {
      const { release } = await importInto(join(folder.path, name), { from: files.path });
      return release.manifest.version;
    };
    const version = await versionOf('same');
    expect(await versionOf('same-again')).toBe(version);
    const path = join(files.path, 'forecast.csv');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/;(\d+);(\d+)$/m, (_, high, yearly) => `;${Number(high) + 1};${yearly}`),
    );
    expect(await versionOf('changed')).not.toBe(version);
  });
});

function rowsOf(path: string): readonly (readonly string[])[] {
  const [, ...rows] = readFileSync(path, 'utf8').trim().split('\n');
  return rows.map((row) => row.split(';'));
}
