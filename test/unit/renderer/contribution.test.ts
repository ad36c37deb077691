import { describe, expect, test } from 'vitest';
import {
  contributionWord,
  hiresInterval,
  niceMax,
  usefulRadii,
} from '../../../src/renderer/features/suggestion/contribution.ts';
import { compassOf, offsetKm } from '../../../src/renderer/features/suggestion/plan.ts';

describe('how much a factor counts', () => {
  test.each([
    [500, 'much'],
    [499, 'some'],
    [200, 'some'],
    [199, 'little'],
    [1, 'little'],
    [0, 'nothing'],
  ] as const)('%i thousandths of a thousand: %s', (contribution, word) => {
    expect(contributionWord(contribution, 1000)).toBe(word);
  });

  test('a score of nothing has no factor that counts', () => {
    expect(contributionWord(0, 0)).toBe('nothing');
  });
});

describe('an interval of hires', () => {
  test('is told in whole people and never narrower than computed', () => {
    expect(hiresInterval(1.6, 4.2)).toEqual({ low: 1, high: 5 });
    expect(hiresInterval(2, 5)).toEqual({ low: 2, high: 5 });
    expect(hiresInterval(0.2, 0.4)).toEqual({ low: 0, high: 1 });
  });

  test.each([
    [0.3, 1],
    [1, 1],
    [3, 5],
    [5, 5],
    [12, 20],
    [101, 200],
  ])('the scale that holds %f ends at %i', (value, end) => {
    expect(niceMax(value)).toBe(end);
  });
});

test('a radius that brings nobody more than a nearer one is not offered', () => {
  const radii = [0, 1, 1, 4].map((more, index) => ({ radiusKm: 20 + index, more }));
  expect(usefulRadii(radii).map(({ radiusKm }) => radiusKm)).toEqual([21, 23]);
});

describe('the plan', () => {
  const metz = { lat: 49.12, lon: 6.18 };

  test('puts a tenth of a degree north eleven kilometres up', () => {
    const { east, north } = offsetKm(metz, { lat: 49.22, lon: 6.18 });
    expect(east).toBeCloseTo(0, 6);
    expect(north).toBeCloseTo(11.12, 1);
  });

  test.each([
    [0.1, 0, 'n'],
    [0.1, 0.153, 'ne'],
    [0, 0.1, 'e'],
    [-0.1, 0, 's'],
    [0, -0.1, 'w'],
    [0.1, -0.153, 'nw'],
  ] as const)('names the side of a point at %f, %f', (lat, lon, side) => {
    expect(compassOf(metz, { lat: metz.lat + lat, lon: metz.lon + lon })).toBe(side);
  });

  test('the very middle has no side', () => {
    expect(compassOf(metz, metz)).toBeNull();
  });
});
