import { describe, expect, test } from 'vitest';
import {
  closingLine,
  judge,
  playwrightCounts,
  ranWithTag,
  sumCounts,
  totalLine,
  vitestCounts,
} from '../../../scripts/lib/test-reports.mjs';

test('counts of Vitest and Playwright are read from their reports', () => {
  expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 3,
  });
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({
    passed: 4,
    failed: 2,
    skipped: 2,
  });
});

test('a report that was never written counts nothing', () => {
  expect(vitestCounts(null)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(playwrightCounts(null)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

describe('a part', () => {
  const counts = (passed: number, failed: number) => ({ passed, failed, skipped: 0 });

  test('passes when its tests do', () => {
    expect(judge({ exitCode: 0, counts: counts(3, 0) })).toMatchObject({ ok: true, counts: counts(3, 0) });
  });

  test('fails when it ran nothing, even if its runner is content', () => {
    expect(judge({ exitCode: 0, counts: counts(0, 0) })).toMatchObject({ ok: false, counts: counts(0, 1) });
  });

  test('fails when its runner fails outside of any test', () => {
    expect(judge({ exitCode: 1, counts: counts(3, 0) })).toMatchObject({ ok: false, counts: counts(3, 1) });
  });
});

test('tests with a tag are counted at any depth, by tag or by title, unless they were skipped', () => {
  const spec = (title: string, tags: string[], status: string) => ({ title, tags, tests: [{ status }] });
  const report = {
    suites: [
      {
        specs: [spec('a screen', ['axe'], 'expected')],
        suites: [
          { specs: [spec('b @axe', [], 'unexpected'), spec('c', ['axe'], 'skipped'), spec('d', [], 'expected')] },
        ],
      },
    ],
  };
  expect(ranWithTag(report, 'axe')).toBe(2);
  expect(ranWithTag(null, 'axe')).toBe(0);
});

test("a runner's closing line is found under its colours", () => {
  const output =
    ' Test Files  2 passed (2)\n\u001b[2m      Tests \u001b[22m \u001b[32m9 passed\u001b[39m (9)\n   Duration  1s\n';
  expect(closingLine(output, /^\s*Tests\s/)).toBe('Tests  9 passed (9)');
  expect(closingLine('a\nb\n\n')).toBe('b');
  expect(closingLine('')).toBe('');
});

test('the total is one plain line', () => {
  const total = sumCounts([
    { passed: 3, failed: 0, skipped: 1 },
    { passed: 4, failed: 1, skipped: 0 },
  ]);
  expect(totalLine(total)).toBe('total: 7 passed, 1 failed, 1 skipped');
  expect(totalLine({ passed: 7, failed: 0, skipped: 0 })).toBe('total: 7 passed, 0 failed');
});
