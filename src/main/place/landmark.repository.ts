import type { ReadDb } from '../platform/db/open-database.ts';

interface Commune {
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export interface LandmarkRepository {
  /** Communes in the square around a point, whose sides are twice the reach. */
  around(centre: { readonly lat: number; readonly lon: number }, reachKm: number): readonly Commune[];
}

const KM_PER_DEGREE = 111.195;

export function landmarkRepository(db: ReadDb): LandmarkRepository {
  const within = db.prepare(`
    SELECT code, name, lat, lon FROM commune
    WHERE lat BETWEEN @south AND @north AND lon BETWEEN @west AND @east`);
  return {
    around({ lat, lon }, reachKm) {
      const height = reachKm / KM_PER_DEGREE;
      const width = height / Math.cos((lat * Math.PI) / 180);
      const box = { south: lat - height, north: lat + height, west: lon - width, east: lon + width };
      return within.all(box) as Commune[];
    },
  };
}
