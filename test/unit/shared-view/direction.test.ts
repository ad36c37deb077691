import { describe, expect, it } from 'vitest';
import { directionTo } from '../../../src/shared/domain/shared-view/direction.rules.ts';

describe('which way one goes', () => {
  const metz = { lat: 49.12, lon: 6.18 };
  it.each([
    [0.1, 0, 'north'],
    [0.1, 0.15, 'north-east'],
    [0, 0.1, 'east'],
    [-0.1, 0.15, 'south-east'],
    [-0.1, 0.01, 'south'],
    [-0.1, -0.15, 'south-west'],
    [0.01, -0.1, 'west'],
    [0.1, -0.15, 'north-west'],
  ] as const)('is said among eight: %d, %d is %s', (north, east, direction) => {
    expect(directionTo(metz, { lat: metz.lat + north, lon: metz.lon + east })).toBe(direction);
  });

  it('is not said of the same place', () => expect(directionTo(metz, metz)).toBeNull());
});
