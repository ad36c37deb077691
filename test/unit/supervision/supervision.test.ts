import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told, toldTogether, toldWithin } from '../../../src/shared/domain/supervision/supervision.rules.ts';

describe('a count over the agency', () => {
  it('is told when it is zero or five at least, and hidden between', () => {
    expect([0, 1, 4, 5, 180].map(told)).toEqual([0, null, null, 5, 180]);
  });
});

describe('counts whose sum is told beside them', () => {
  it('hide a second one when one alone would be hidden: the smallest that is not zero', () => {
    expect(toldTogether([12, 0, 3, 7, 20])).toEqual([12, 0, null, null, 20]);
    expect(toldTogether([3, 7, 7])).toEqual([null, null, 7]);
  });

  it('are as they are when none is hidden, or several', () => {
    expect(toldTogether([12, 0, 7])).toEqual([12, 0, 7]);
    expect(toldTogether([12, 2, 3, 0])).toEqual([12, null, null, 0]);
  });

  it('are hidden with their sum when there is one alone', () => {
    expect(toldTogether([0, 3, 0])).toEqual([0, null, 0]);
    expect(toldTogether([])).toEqual([]);
  });

  it('never give a small one away by what the others lack of the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 7 }), (counts) => {
        const all = toldTogether(counts);
        const sum = told(counts.reduce((total, count) => total + count, 0));
        const hidden = all.filter((count) => count === null).length;
        expect(hidden !== 1 || sum === null).toBe(true);
        all.forEach((count, index) => expect(count === null || count === counts[index]).toBe(true));
      }),
    );
  });
});

describe('a part of a count that is told beside it', () => {
  it('is hidden where it could point to a person, itself or by what is left', () => {
    expect(toldWithin(20, 5)).toBe(5);
    expect(toldWithin(20, 0)).toBe(0);
    expect(toldWithin(20, 3)).toBeNull();
    expect(toldWithin(7, 5)).toBeNull();
    expect(toldWithin(7, 7)).toBe(7);
  });
});
