/** From what the core says to what the map draws. Pure: positions in, GeoJSON out. */
import type { Landmarks } from '../../../../shared/domain/place/landmark.schema.ts';
import type { MapPoints, MapScene, Position, Spot } from './map-scene.ts';

const EARTH_KM = 6_371;
const TURN_STEPS = 96;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** What is within a distance of a place, as it is on the ground. */
export function areaOf({ lat, lon }: Position, radiusKm: number): GeoJSON.Feature<GeoJSON.Polygon> {
  const reach = radiusKm / EARTH_KM;
  const from = radians(lat);
  const ring = Array.from({ length: TURN_STEPS + 1 }, (_, step) => {
    const turn = (2 * Math.PI * (step % TURN_STEPS)) / TURN_STEPS;
    const to = Math.asin(Math.sin(from) * Math.cos(reach) + Math.cos(from) * Math.sin(reach) * Math.cos(turn));
    const east = Math.atan2(
      Math.sin(turn) * Math.sin(reach) * Math.cos(from),
      Math.cos(reach) - Math.sin(from) * Math.sin(to),
    );
    return [lon + degrees(east), degrees(to)];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** West, south, east, north of a circle. */
export function boundsOf({ lat, lon }: Position, radiusKm: number): [number, number, number, number] {
  const height = degrees(radiusKm / EARTH_KM);
  const width = height / Math.cos(radians(lat));
  return [lon - width, lat - height, lon + width, lat + height];
}

export interface EmployerProperties {
  readonly key: string;
  readonly level: string;
}

/** Those that the map may gather when they are close; the retained ones are drawn apart, so that none hides in a number. */
export function employersOf(points: MapPoints): GeoJSON.FeatureCollection<GeoJSON.Point, EmployerProperties> {
  const retained = new Set(points.retained);
  return collection(
    points.sirets.flatMap((key, index) =>
      retained.has(key) ? [] : [pointOf(placeOf(points, index), { key, level: levelOf(points, index) })],
    ),
  );
}

export interface SpotProperties extends EmployerProperties {
  readonly isRetained: boolean;
  readonly isActive: boolean;
  readonly isPointed: boolean;
  readonly name: string;
}

/** Those that are never gathered: retained, active in the table, under the pointer. */
export function spotsOf({ points, active, pointed }: Pick<MapScene, 'points' | 'active' | 'pointed'>) {
  if (points === null) return collection<SpotProperties>([]);
  const retained = new Set(points.retained);
  const named = new Map([pointed, active].flatMap((spot) => (spot === null ? [] : [[spot.key, spot.name] as const])));
  const keys = [...new Set([...retained, ...named.keys()])];
  const indices = new Map(points.sirets.map((key, index) => [key, index]));
  return collection<SpotProperties>(
    keys.flatMap((key) => {
      const index = indices.get(key);
      if (index === undefined) return [];
      const properties: SpotProperties = {
        key,
        level: levelOf(points, index),
        isRetained: retained.has(key),
        isActive: key === active?.key,
        isPointed: key === pointed?.key,
        name: named.get(key) ?? '',
      };
      return [pointOf(placeOf(points, index), properties)];
    }),
  );
}

export interface TownProperties {
  readonly name: string;
  readonly population: number;
  /** Order in which names take the room there is: the first ones first. */
  readonly rank: number;
}

/** The place one searches around. */
export function centreOf({ name, ...position }: MapScene['centre']) {
  return pointOf(position, { name });
}

/** The communes around it, which keeps its stain but has its own sign and name. */
export function townsOf(
  { names, lats, lons, populations }: Landmarks,
  centreName: string,
): GeoJSON.FeatureCollection<GeoJSON.Point, TownProperties> {
  return collection(
    names.map((name, rank) => {
      const place = { lat: lats[rank] ?? 0, lon: lons[rank] ?? 0 };
      return pointOf(place, { name: name === centreName ? '' : name, population: populations[rank] ?? 0, rank });
    }),
  );
}

/** Where an employer of the list is; null when it is not on the map. */
export function positionOf(points: MapPoints | null, spot: Spot | null): Position | null {
  const index = points === null || spot === null ? -1 : points.sirets.indexOf(spot.key);
  return points === null || index === -1 ? null : placeOf(points, index);
}

function placeOf({ lats, lons }: MapPoints, index: number): Position {
  return { lat: lats[index] ?? 0, lon: lons[index] ?? 0 };
}

function levelOf({ levels }: MapPoints, index: number): string {
  return levels?.[index] ?? 'none';
}

function pointOf<P>({ lat, lon }: Position, properties: P): GeoJSON.Feature<GeoJSON.Point, P> {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function collection<P>(features: GeoJSON.Feature<GeoJSON.Point, P>[]): GeoJSON.FeatureCollection<GeoJSON.Point, P> {
  return { type: 'FeatureCollection', features };
}
