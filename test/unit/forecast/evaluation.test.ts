import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  coverageOf,
  evaluateForecast,
  topDecileCapture,
} from '../../../src/shared/domain/forecast/evaluation.rules.ts';
import { fitForecast, forecastFrom } from '../../../src/shared/domain/forecast/forecast.rules.ts';
import { modelFileSchema, type Evaluation } from '../../../src/shared/domain/forecast/forecast.schema.ts';
import { guardFailures } from '../../../src/shared/domain/forecast/guards.rules.ts';
import { fromModelFile, toModelFile } from '../../../src/shared/domain/forecast/model-file.rules.ts';
import { quantiles } from '../../../src/shared/domain/forecast/negative-binomial.rules.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { drawnTable } from '../../support/drawn-table.ts';

describe('on generated counts', () => {
  let evaluations: readonly Evaluation[];

  beforeAll(() => {
    evaluations = [1, 3, 4].map((seed) => evaluateForecast(drawnTable({ employers: 1500, months: 60, seed })));
  }, 60_000);

  const methods = ['lastYear', 'reference'] as const;

  it.each(methods)('a forecast has a better log score than %s on each series', (method) => {
    for (const evaluation of evaluations) {
      expect(evaluation.forecast.logScore).toBeGreaterThan(evaluation[method]!.logScore);
    }
  });

  // A few giants decide the top decile of one small series: over twenty such series it was better in nineteen.
  it.each(methods)('a forecast has a better top decile than %s over the series', (method) => {
    const mean = (name: 'forecast' | (typeof methods)[number]): number =>
      evaluations.reduce((sum, evaluation) => sum + evaluation[name]!.topDecileCapture, 0) / evaluations.length;
    expect(mean('forecast')).toBeGreaterThan(mean(method) + 0.01);
  });

  it('intervals said to hold nine tenths of the outcomes hold 85 to 95 % of them', () => {
    for (const { forecast } of evaluations) {
      const { exact, shownOfLarge } = forecast.coverage.find(({ level }) => level === 0.9)!;
      for (const share of [exact, shownOfLarge!]) {
        expect(share).toBeGreaterThan(0.85);
        expect(share).toBeLessThan(0.95);
      }
    }
  });

  it('départements and sectors come with the widest gap first, and a sound model passes', () => {
    for (const evaluation of evaluations) {
      for (const { rows, worst } of [evaluation.departements, evaluation.sectors]) {
        const gaps = rows.map(({ deviations }) => Math.abs(deviations));
        expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
        expect(worst).toEqual(rows.slice(0, 5).map(({ key }) => key));
      }
    }
    expect(guardFailures(evaluations[0]!)).toEqual([]);
  });

  it('a model comes back from its file as it was', () => {
    const table = drawnTable();
    const model = fitForecast(table, table.months);
    const file = modelFileSchema.parse(JSON.parse(JSON.stringify(toModelFile(model, table, evaluations[0]!))));
    expect(forecastFrom(table, table.months, fromModelFile(file))).toEqual(forecastFrom(table, table.months, model));
  });

  describe('guards refuse', () => {
    const changed = (change: Partial<Evaluation['forecast']>): readonly string[] =>
      guardFailures({ ...evaluations[0]!, forecast: { ...evaluations[0]!.forecast, ...change } }).map(
        ({ guard }) => guard,
      );
    const coverage = (exact: number) => ({ coverage: [{ level: 0.9, exact, shown: exact, shownOfLarge: null }] });

    test.each([
      ['intervals too narrow', () => changed(coverage(0.84)), ['coverage']],
      ['intervals too wide', () => changed(coverage(0.96)), ['coverage']],
      ['no coverage at all', () => changed({ coverage: [] }), ['coverage']],
      ['a top decile under last year’s', () => changed({ topDecileCapture: 0.1 }), ['capture-under-last-year']],
      ['a log score under last year’s', () => changed({ logScore: -9 }), ['log-score-under-last-year']],
      ['what is not a number', () => changed({ logScore: NaN }), ['not-a-number', 'log-score-under-last-year']],
      [
        'a département far from what was expected',
        () => {
          const row = { key: '57', expected: 400, observed: 700, ratio: 1.75, deviations: 5 };
          const departements = { groups: 1, rows: [row], worst: ['57'] };
          return guardFailures({ ...evaluations[0]!, departements }).map(({ guard }) => guard);
        },
        ['departement-calibration'],
      ],
      [
        'too few employers',
        () => guardFailures({ ...evaluations[0]!, employers: 80 }).map(({ guard }) => guard),
        ['too-few-employers'],
      ],
    ])('%s', (_, failures, expected) => {
      expect(failures()).toEqual(expected);
    });
  });
});

it('employers that open during the months scored are not scored, as nobody knew of them', () => {
  const table = drawnTable({ employers: 300 });
  const origin = table.months - 6;
  const isLate = ({ opened }: { readonly opened: number | null }): boolean =>
    (opened ?? 0) >= table.firstMonth + origin;
  const late = table.employers.filter(isLate).length;
  expect(late).toBeGreaterThan(0);
  expect(evaluateForecast(table).employers).toBe(300 - late);
});

describe('the top decile', () => {
  it('is the share of hires of the tenth ranked first, ties by their order', () => {
    const outcomes = Float64Array.from({ length: 20 }, (_, index) => index);
    expect(topDecileCapture(outcomes, outcomes)).toBeCloseTo((19 + 18) / 190, 12);
    expect(topDecileCapture(new Float64Array(20), outcomes)).toBeCloseTo(1 / 190, 12);
  });
});

describe('coverage', () => {
  it('is its level for outcomes drawn from the law itself, however small the counts', () => {
    const draw = drawFrom(9);
    for (const mean of [0.4, 3, 30]) {
      const expected = new Float64Array(8000).fill(mean);
      const size = new Float64Array(8000).fill(1.5);
      const outcomes = expected.map(() => quantiles([draw.unit()], mean, 1.5)[0]!);
      const { exact, shown } = coverageOf(0.9, { expected, size }, outcomes);
      expect(Math.abs(exact - 0.9)).toBeLessThan(0.012);
      expect(shown).toBeGreaterThan(0.89);
    }
  });
});
