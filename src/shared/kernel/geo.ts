/**
 * Distances on a sphere from + − × ÷ √ only: `Math.sin` and its family differ in their last bits between V8 versions,
 * and a distance takes part in a score that must recompute to the same bytes.
 */

/** A WGS84 position in degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** A position as a point of the unit sphere: distances then cost three subtractions. */
export interface UnitVector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Mean Earth radius, IUGG 1980, in metres. */
export const EARTH_RADIUS_M = 6371008.8;

const RADIANS_PER_DEGREE = 0.017453292519943295;
const HALF_PI = 1.5707963267948966;

export function toUnitVector({ lat, lon }: Position): UnitVector {
  const cosLat = cosDegrees(lat);
  return { x: cosLat * cosDegrees(lon), y: cosLat * sinDegrees(lon), z: sinDegrees(lat) };
}

/** Squared straight-line (chord) distance between two points of the unit sphere. */
export function chordSquared(a: UnitVector, b: UnitVector): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const dz = a.z - b.z;
  return dx * dx + dy * dy + dz * dz;
}

/** Great-circle distance in whole metres from a squared chord. */
export function metresFromChordSquared(squared: number): number {
  return Math.round(2 * EARTH_RADIUS_M * arcsine(Math.sqrt(squared) / 2));
}

/** Great-circle ("crow-fly") distance in whole metres. */
export function distanceMetres(a: Position, b: Position): number {
  return metresFromChordSquared(chordSquared(toUnitVector(a), toUnitVector(b)));
}

/** sin of an angle in degrees, |angle| ≤ 180, error under 1e-15. */
export function sinDegrees(degrees: number): number {
  const folded = degrees > 90 ? 180 - degrees : degrees < -90 ? -180 - degrees : degrees;
  return sineSeries(folded * RADIANS_PER_DEGREE);
}

/** cos of an angle in degrees, |angle| ≤ 180. */
export function cosDegrees(degrees: number): number {
  return sineSeries(HALF_PI - Math.abs(degrees) * RADIANS_PER_DEGREE);
}

/** Taylor series of sin on [−π/2, π/2], 13 terms. */
function sineSeries(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let k = 25; k >= 3; k -= 2) sum = 1 - (square / (k * (k - 1))) * sum;
  return x * sum;
}

/** Arcsine on [0, 1]: halved twice with asin(x) = 2 asin(x / √(2 + 2√(1−x²))), then its series. */
function arcsine(x: number): number {
  const bounded = x > 1 ? 1 : x;
  const y = halveSine(halveSine(bounded));
  const square = y * y;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = 1 / k + (k / (k + 1)) * square * sum;
  return 4 * y * sum;
}

function halveSine(x: number): number {
  return x / Math.sqrt(2 + 2 * Math.sqrt(1 - x * x));
}
