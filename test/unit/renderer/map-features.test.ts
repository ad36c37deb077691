import { describe, expect, it } from 'vitest';
import {
  areaOf,
  boundsOf,
  employersOf,
  positionOf,
  spotsOf,
  townsOf,
} from '../../../src/renderer/features/suggestion/map/map-features.ts';
import { landmarkReach, type MapPoints } from '../../../src/renderer/features/suggestion/map/map-scene.ts';
import { distanceMetres } from '../../../src/shared/kernel/geo.ts';

const METZ = { lat: 49.12, lon: 6.17 };
const POINTS: MapPoints = {
  eligible: 5_000,
  sirets: ['30000000000011', '30000000000022', '30000000000033'],
  lats: [49.1, 49.2, 49.3],
  lons: [6.1, 6.2, 6.3],
  levels: ['more', null, 'less'],
  retained: ['30000000000022'],
};

describe('what is within a distance of a place', () => {
  it.each([1, 15, 200])('is a closed ring whose every point is at %s km', (radiusKm) => {
    const ring = areaOf(METZ, radiusKm).geometry.coordinates[0]!;
    expect(ring[0]).toEqual(ring.at(-1));
    for (const [lon = 0, lat = 0] of ring) {
      expect(distanceMetres(METZ, { lat, lon }) / 1000 / radiusKm).toBeCloseTo(1, 2);
    }
  });

  it('is held by its bounds', () => {
    const [west, south, east, north] = boundsOf(METZ, 50);
    for (const [lon = 0, lat = 0] of areaOf(METZ, 50).geometry.coordinates[0]!) {
      expect(lon).toBeGreaterThan(west - 0.01);
      expect(lon).toBeLessThan(east + 0.01);
      expect(lat).toBeGreaterThan(south - 0.01);
      expect(lat).toBeLessThan(north + 0.01);
    }
  });
});

describe('the employers of a list', () => {
  it('become points that say their level, save the retained ones, which hide in no number', () => {
    const { features } = employersOf(POINTS);
    expect(features.map(({ properties, geometry }) => [properties, geometry.coordinates])).toEqual([
      [{ key: '30000000000011', level: 'more' }, [6.1, 49.1]],
      [{ key: '30000000000033', level: 'less' }, [6.3, 49.3]],
    ]);
  });

  it('say no level where nothing is computed', () => {
    const { features } = employersOf({ ...POINTS, levels: null });
    expect(new Set(features.map(({ properties }) => properties.level))).toEqual(new Set(['none']));
  });

  it('are drawn apart when retained, active in the table or under the pointer, each once', () => {
    const active = { key: '30000000000022', name: 'Maison Clerc' };
    const pointed = { key: '30000000000033', name: '' };
    const spots = spotsOf({ points: POINTS, active, pointed }).features.map(({ properties }) => properties);
    expect(spots).toEqual([
      { key: active.key, level: 'none', name: 'Maison Clerc', isRetained: true, isActive: true, isPointed: false },
      { key: pointed.key, level: 'less', name: '', isRetained: false, isActive: false, isPointed: true },
    ]);
  });

  it('are not on the map when they are not in its points: added by hand, or set aside', () => {
    const own = { key: 'own 1', name: 'Garage du cousin' };
    expect(spotsOf({ points: { ...POINTS, retained: [] }, active: own, pointed: null }).features).toEqual([]);
    expect(positionOf(POINTS, own)).toBeNull();
    expect(positionOf(POINTS, { key: '30000000000033', name: '' })).toEqual({ lat: 49.3, lon: 6.3 });
  });
});

describe('the communes around', () => {
  it('keep their order, and the one that is searched around has its name elsewhere', () => {
    const landmarks = {
      names: ['Metz', 'Woippy'],
      lats: [49.12, 49.15],
      lons: [6.17, 6.15],
      populations: [120_000, 0],
    };
    expect(townsOf(landmarks, 'Metz').features.map(({ properties }) => properties)).toEqual([
      { name: '', population: 120_000, rank: 0 },
      { name: 'Woippy', population: 0, rank: 1 },
    ]);
  });

  it('are asked by steps, so that a radius that moves asks little', () => {
    const reaches = Array.from({ length: 200 }, (_, km) => landmarkReach(km + 1));
    expect(new Set(reaches).size).toBeLessThan(4);
    reaches.forEach((reach, km) => expect(reach).toBeGreaterThanOrEqual(2 * (km + 1)));
  });
});
