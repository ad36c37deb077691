/** What a field keeps of what was typed: a date begun and not finished is neither the former one nor none. */
import { describe, expect, test } from 'vitest';
import {
  dateShape,
  linesShape,
  shownDate,
  typedDate,
  withoutHalfTyped,
} from '../../../src/renderer/ui/value-shapes.tsx';

const control = (value: string, badInput: boolean): Parameters<typeof typedDate>[0] => ({
  value,
  validity: { badInput } as ValidityState,
});
const HALF = typedDate(control('', true));

describe('a control for dates', () => {
  test('tells a date, none, and one that is not finished apart', () => {
    expect(typedDate(control('2026-03-04', false))).toBe('2026-03-04');
    expect(typedDate(control('', false))).toBeNull();
    expect(HALF).not.toBeNull();
    expect(HALF).not.toBe('');
  });

  test('shows nothing of its own for one that is not finished, so that what is typed stays', () => {
    expect(shownDate(HALF)).toBe('');
    expect(shownDate(null)).toBe('');
    expect(shownDate('2026-03-04')).toBe('2026-03-04');
  });
});

describe('a field that is left with a date half typed', () => {
  const former = [
    { label: 'Permis B', expiresOn: '2030-01-31' },
    { label: 'CACES', expiresOn: null },
  ];

  test('keeps the date that was there', () => {
    expect(withoutHalfTyped(HALF, '2026-03-04')).toBe('2026-03-04');
    expect(withoutHalfTyped(HALF, null)).toBeNull();
    expect(
      withoutHalfTyped({ state: 'settled', settledOn: HALF }, { state: 'settled', settledOn: '2026-03-04' }),
    ).toEqual({ state: 'settled', settledOn: '2026-03-04' });
  });

  test('keeps the rest of what was typed, line by line', () => {
    const typed = [
      { label: 'Permis B et BE', expiresOn: HALF },
      { label: 'CACES', expiresOn: '2031-01-31' },
    ];
    expect(withoutHalfTyped(typed, former)).toEqual([
      { label: 'Permis B et BE', expiresOn: '2030-01-31' },
      { label: 'CACES', expiresOn: '2031-01-31' },
    ]);
  });

  test('never gives a line the date of another', () => {
    expect(withoutHalfTyped([{ label: 'CACES', expiresOn: HALF }], former)).toEqual([
      { label: 'CACES', expiresOn: null },
    ]);
  });
});

test('an erased date and an erased line are nothing', () => {
  const date = dateShape('date', (value) => value);
  expect(date.clean(null)).toBeNull();
  const lines = linesShape<{ readonly line: string }>({
    columns: [{ key: 'line', label: '', kind: 'text', max: 10 }],
    empty: { line: '' },
    max: 3,
    words: { add: '', remove: '' },
    readLine: ({ line }) => line,
    isKept: ({ line }) => line !== '',
  });
  expect(lines.clean([{ line: '  vente ' }, { line: ' ' }])).toEqual([{ line: 'vente' }]);
  expect(lines.clean([{ line: '' }])).toBeNull();
});
