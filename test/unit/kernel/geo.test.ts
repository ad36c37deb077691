import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosDegrees, distanceMetres, sinDegrees, type Position } from '../../../src/shared/kernel/geo.ts';

const RADIUS_M = 6371008.8;

/** The textbook formula, with the functions that the sources may not use. */
function haversineMetres(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const dLat = radians(b.lat - a.lat);
  const dLon = radians(b.lon - a.lon);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** Pairs under a few kilometres, where most distances of a list are. */
const neighbours = fc
  .record({
    from: fc.record({
      lat: fc.double({ min: -60, max: 60, noNaN: true }),
      lon: fc.double({ min: -170, max: 170, noNaN: true }),
    }),
    north: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    east: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  })
  .map(({ from, north, east }) => [from, { lat: from.lat + north, lon: from.lon + east }] as const);

describe('the distance between two points', () => {
  it('is within a metre of the haversine formula everywhere on Earth', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(Math.abs(distanceMetres(a, b) - haversineMetres(a, b))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is the haversine rounded to the metre between neighbours, save on a half metre', () => {
    fc.assert(
      fc.property(neighbours, ([a, b]) => {
        expect(Math.abs(distanceMetres(a, b) - haversineMetres(a, b))).toBeLessThanOrEqual(0.5001);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is within a metre between a point and the other end of the Earth, and beside it', () => {
    fc.assert(
      fc.property(anywhere, fc.double({ min: 0, max: 0.01, noNaN: true }), (a, offset) => {
        const opposite = { lat: -a.lat * (1 - offset), lon: a.lon > 0 ? a.lon - 180 : a.lon + 180 };
        expect(Math.abs(distanceMetres(a, opposite) - haversineMetres(a, opposite))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the same both ways, whole, and nothing from a point to itself', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const distance = distanceMetres(a, b);
        expect(distance).toBe(distanceMetres(b, a));
        expect(Number.isInteger(distance)).toBe(true);
        expect(distanceMetres(a, a)).toBe(0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is 280 km from Metz to Paris', () => {
    const metres = distanceMetres({ lat: 49.1108, lon: 6.1769 }, { lat: 48.8542, lon: 2.3572 });
    expect(Math.round(metres / 1000)).toBe(280);
  });

  it('crosses the line where the day changes by the short way', () => {
    expect(distanceMetres({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 })).toBe(22239);
  });
});

describe('sine and cosine in degrees', () => {
  it('are within 2e-15 of those of the machine', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const radians = (degrees * Math.PI) / 180;
        expect(Math.abs(sinDegrees(degrees) - Math.sin(radians))).toBeLessThanOrEqual(2e-15);
        expect(Math.abs(cosDegrees(degrees) - Math.cos(radians))).toBeLessThanOrEqual(2e-15);
      }),
      { numRuns: 20_000 },
    );
  });
});
