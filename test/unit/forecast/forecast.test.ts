import { describe, expect, it } from 'vitest';
import type { CountTable } from '../../../src/shared/domain/forecast/forecast.ts';
import { fitForecast, forecastFrom } from '../../../src/shared/domain/forecast/forecast.rules.ts';
import { monthNumber, monthText } from '../../../src/shared/domain/forecast/month.rules.ts';
import { interval } from '../../../src/shared/domain/forecast/negative-binomial.rules.ts';
import { shapesOf } from '../../../src/shared/domain/forecast/season.rules.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { drawnTable, tableOf } from '../../support/drawn-table.ts';

const rowsOf = (table: CountTable): Parameters<typeof tableOf>[0] =>
  table.employers.map((employer, index) => ({
    employer,
    hires: [...table.hires.subarray(index * table.months, (index + 1) * table.months)],
  }));

const shop = (siret: string, opened: number | null = null) =>
  ({ siret, naf: '4711D', size: '11', heads: 10, departement: '57', opened }) as const;

/** Thirty shops that hire one person a month, and two that hire more: the one for three years, the other for one. */
function twoNewcomers(): { readonly table: CountTable; readonly long: number; readonly short: number } {
  const peers = Array.from({ length: 30 }, (_, index) => ({
    employer: shop(`peer${String(index).padStart(2, '0')}`),
    hires: Array.from({ length: 48 }, (__, month) => ((index + month) % 3 === 0 ? 3 : 0)),
  }));
  const firstMonth = tableOf(peers).firstMonth;
  const more = (siret: string, from: number) => ({
    employer: shop(siret, firstMonth + from),
    hires: Array.from({ length: 48 }, (_, month) => (month >= from ? 4 : 0)),
  });
  return { table: tableOf([...peers, more('y-long', 12), more('z-short', 42)]), long: 30, short: 31 };
}

describe('a forecast', () => {
  it('does not depend on the order of employers', () => {
    const table = drawnTable();
    const shuffled = tableOf(drawFrom(5).shuffled(rowsOf(table)));
    const [one, other] = [table, shuffled].map((given) => {
      const { expected, size } = forecastFrom(given, given.months, fitForecast(given, given.months));
      return new Map(given.employers.map(({ siret }, index) => [siret, [expected[index], size[index]]]));
    });
    for (const [siret, [expected, size]] of one!) {
      const [otherExpected, otherSize] = other!.get(siret)!;
      expect(otherExpected! / expected!).toBeCloseTo(1, 9);
      expect(otherSize! / size!).toBeCloseTo(1, 6);
    }
  });

  it('reads no month from its origin on', () => {
    const table = drawnTable();
    const origin = table.months - 6;
    const hires = table.hires.map((count, at) => (at % table.months >= origin ? count + 7 : count));
    const [one, other] = [table, { ...table, hires }].map((given) => {
      const model = fitForecast(given, origin);
      return { choices: model.choices, forecast: forecastFrom(given, origin, model) };
    });
    expect(other).toEqual(one);
  });

  it('goes further from the cell the more an employer has hired by itself', () => {
    const { table, long, short } = twoNewcomers();
    const { expected } = forecastFrom(table, table.months, fitForecast(table, table.months));
    const peers = expected.subarray(0, 30).reduce((sum, mean) => sum + mean, 0) / 30;
    expect(expected[short]).toBeGreaterThan(peers);
    expect(expected[long]).toBeGreaterThan(expected[short]!);
    expect(expected[long]).toBeLessThan(4 * 6 * 1.2);
  });

  it('is less sure of an employer that it has seen for less time', () => {
    const { table, long, short } = twoNewcomers();
    const { size } = forecastFrom(table, table.months, fitForecast(table, table.months));
    expect(size[short]).toBeLessThan(size[long]!);
    const [wide, narrow] = [interval(0.9, 20, size[short]!), interval(0.9, 20, size[long]!)];
    expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
  });

  it('gives the mean of its kind to an employer of which nothing is known', () => {
    const { table } = twoNewcomers();
    const rows = [
      ...rowsOf(table),
      { employer: shop('z-unseen', table.firstMonth + 48), hires: Array<number>(48).fill(0) },
    ];
    const unseen = tableOf(rows);
    const { expected } = forecastFrom(unseen, 48, fitForecast(unseen, 48));
    expect(expected.at(-1)).toBeGreaterThan(3);
    expect(expected.at(-1)).toBeLessThan(12);
  });

  it('expects less of one that fell silent than of one that hires as before', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      employer: shop(`shop${String(index).padStart(2, '0')}`),
      hires: Array.from({ length: 48 }, (__, month) => (index === 0 && month >= 38 ? 0 : 1 + ((index + month) % 2))),
    }));
    const table = tableOf(rows);
    const { expected } = forecastFrom(table, 48, fitForecast(table, 48));
    expect(expected[0]).toBeLessThan(expected[1]! * 0.9);
  });

  it('keeps nothing of a group of fewer than five employers', () => {
    const alone = (siret: string) => ({
      employer: { siret, naf: '0111Z', size: '51', heads: 2000, departement: '2A', opened: null },
      hires: Array.from({ length: 48 }, (_, month) => 100 + month),
    });
    const rows = rowsOf(drawnTable({ employers: 200 }));
    const keysWith = (count: number): readonly string[] => {
      const table = tableOf([...rows, ...Array.from({ length: count }, (_, index) => alone(`z${index}`))]);
      const { cells, shapes } = fitForecast(table, 48);
      return [
        ...cells.sectors.keys(),
        ...cells.departements.keys(),
        ...cells.corrections.keys(),
        ...shapes.sectors.keys(),
      ];
    };
    expect(keysWith(4).filter((key) => /^(2A|01)/.test(key))).toEqual([]);
    expect(keysWith(5)).toEqual(expect.arrayContaining(['2A', '01', '01/51', '01/51/2A']));
  });

  it('is made of finite numbers where nobody ever hires', () => {
    const table = drawnTable({ employers: 60, months: 48 });
    const none = { ...table, hires: new Int32Array(table.hires.length) };
    const { expected, size } = forecastFrom(none, 48, fitForecast(none, 48));
    expect([...expected].every((mean) => mean >= 0 && mean < 0.01)).toBe(true);
    expect([...size].every((value) => value > 0)).toBe(true);
  });
});

describe('seasons', () => {
  it('come near the true ones of a sector that hires much', () => {
    const usual = [5, 5, 10, 10, 10, 20, 20, 10, 10, 10, 5, 5];
    const rows = Array.from({ length: 50 }, (_, index) => ({
      employer: shop(`shop${String(index).padStart(2, '0')}`),
      hires: Array.from({ length: 48 }, (__, month) => usual[month % 12]!),
    }));
    const { season } = shapesOf(tableOf(rows), 48).sectors.get('47')!;
    season.forEach((factor, month) => expect(Math.abs(factor - usual[month]! / 10)).toBeLessThan(0.05));
  });

  it('of a sector that hardly hires are those of all sectors', () => {
    const table = drawnTable({ employers: 400 });
    const rows = rowsOf(table);
    const rare = Array.from({ length: 5 }, (_, index) => ({
      employer: { ...shop(`rare${index}`), naf: '0111Z' },
      hires: Array.from({ length: 48 }, (__, month) => (index === 0 && month === 20 ? 1 : 0)),
    }));
    const { all, sectors } = shapesOf(tableOf([...rows, ...rare]), 48);
    sectors.get('01')!.season.forEach((factor, month) => expect(factor / all.season[month]!).toBeCloseTo(1, 1));
  });
});

describe('months', () => {
  it('follow each other over the end of a year', () => {
    expect(monthNumber('2026-01')! - monthNumber('2025-12')!).toBe(1);
    expect(monthText(monthNumber('2025-12')! + 1)).toBe('2026-01');
  });

  it.each(['2026-13', '2026-00', '202601', '2026-1', ''])('are not read from "%s"', (text) => {
    expect(monthNumber(text)).toBeNull();
  });
});
