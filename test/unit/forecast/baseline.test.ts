import { describe, expect, it } from 'vitest';
import { lastYearsMonths, referenceMethod } from '../../../src/shared/domain/forecast/baseline.rules.ts';
import { leastSquares } from '../../../src/shared/domain/forecast/least-squares.rules.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { tableOf } from '../../support/drawn-table.ts';

const employer = (siret: string, departement: string) =>
  ({ siret, naf: '4711D', size: '11', heads: 10, departement, opened: null }) as const;

describe('least squares', () => {
  it('finds the line that made the targets', () => {
    const draw = drawFrom(3);
    const rows = Array.from({ length: 40 }, () => [draw.unit() * 10, draw.unit(), draw.below(5)]);
    const line = leastSquares(
      rows,
      rows.map(([a = 0, b = 0, c = 0]) => 2 - 3 * a + 0.5 * b + 7 * c),
    );
    [2, -3, 0.5, 7].forEach((value, index) => expect(line[index]).toBeCloseTo(value, 8));
  });

  it('gives nothing to a feature that says what another says', () => {
    const rows = [1, 2, 3, 4].map((value) => [value, 2 * value]);
    const [constant = 0, first = 0, second = 0] = leastSquares(rows, [3, 5, 7, 9]);
    expect(constant).toBeCloseTo(1, 8);
    expect(first + 2 * second).toBeCloseTo(2, 8);
  });

  it('of nothing but zeros is zero', () => {
    expect(leastSquares([[0], [0]], [0, 0])).toEqual([0, 0]);
  });
});

describe('last year’s months', () => {
  it('are the hires of the same six months, in order of rank', () => {
    const hires = Array.from({ length: 36 }, (_, month) => (month >= 18 && month < 24 ? 2 : 0));
    const { predicted } = lastYearsMonths(tableOf([{ employer: employer('a', '57'), hires }]), 30);
    expect([...predicted]).toEqual([12]);
  });
});

describe('the method of the reference', () => {
  /** Sixty employers of one département whose next half-year is twice the last one, and never changes otherwise. */
  const doubling = (departement: string, factor: number, count = 60) =>
    Array.from({ length: count }, (_, index) => ({
      employer: employer(`${departement}-${String(index).padStart(2, '0')}`, departement),
      hires: Array.from({ length: 60 }, (__, month) =>
        month % 6 === 0 ? (1 + (index % 7)) * factor ** Math.floor(month / 6) : 0,
      ),
    }));

  it('is trained on the same months a year before, in each département by itself', () => {
    const table = tableOf([...doubling('54', 1), ...doubling('57', 2)]);
    const { predicted } = referenceMethod(table, 54);
    expect(predicted[3]).toBeCloseTo(4, 5);
    expect(predicted[63]! / (4 * 2 ** 9)).toBeCloseTo(1, 5);
  });

  it('takes the line of all where a département is small', () => {
    const table = tableOf([...doubling('57', 2), ...doubling('88', 2, 5)]);
    expect(referenceMethod(table, 54).predicted[61]! / (2 * 2 ** 9)).toBeCloseTo(1, 5);
  });

  it('is never below 0, and expects nothing of those that never hired', () => {
    const falling = Array.from({ length: 60 }, (_, index) => ({
      employer: employer(`a${String(index).padStart(2, '0')}`, '57'),
      hires: Array.from({ length: 60 }, (__, month) => (month < 6 * (index % 9) ? 5 : 0)),
    }));
    const table = tableOf([...falling, { employer: employer('never', '57'), hires: Array<number>(60).fill(0) }]);
    const { predicted, forecast } = referenceMethod(table, 54);
    expect(Math.min(...predicted)).toBe(0);
    expect(predicted.at(-1)).toBe(0);
    expect(forecast.expected.at(-1)).toBeGreaterThan(0);
  });
});
