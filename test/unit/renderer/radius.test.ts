import { describe, expect, it } from 'vitest';
import { nextRadius } from '../../../src/renderer/features/suggestion/radius.ts';

describe('an arrow on the radius', () => {
  it('goes to the next multiple of five, whatever the kilometre it starts from', () => {
    expect([15, 17, 12].map((km) => nextRadius(km, 1))).toEqual([20, 20, 15]);
    expect([15, 17, 12].map((km) => nextRadius(km, -1))).toEqual([10, 15, 10]);
  });

  it('stops at both ends, and comes back from a radius beyond them', () => {
    expect(nextRadius(5, -1)).toBe(5);
    expect(nextRadius(2, -1)).toBe(5);
    expect(nextRadius(100, 1)).toBe(100);
    expect(nextRadius(150, 1)).toBe(150);
    expect(nextRadius(150, -1)).toBe(145);
  });
});
