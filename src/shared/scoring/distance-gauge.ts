import {
  chordSquared,
  cosDegrees,
  EARTH_RADIUS_M,
  metresFromChordSquared,
  sinDegrees,
  toUnitVector,
  type Position,
  type UnitVector,
} from '../kernel/geo.ts';

const RADIANS_PER_MICRO = 1.7453292519943295e-8;

/** How far series are trusted, in radians: 250 km of latitude, twice that of longitude up to the 60th parallel. */
const LAT_REACH = 0.04;
const LON_REACH = 0.12;
const FARTHEST_CENTRE_DEGREES = 60;

export interface Positions {
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
}

export interface RowRange {
  readonly start: number;
  readonly end: number;
  /** Whether all these rows are in a box over which `holdsOver` is true. */
  readonly isNear: boolean;
}

/** A circle as loops want it: a window in whole millionths of a degree, then haversines. */
export interface Circle {
  readonly radiusM: number;
  readonly latLow: number;
  readonly latHigh: number;
  readonly lonLow: number;
  readonly lonHigh: number;
  /** Surely inside up to the first, −1 where series do not hold; surely outside beyond the second; else measured. */
  readonly within: number;
  readonly beyond: number;
}

/**
 * Distances from one point, as `distanceMetres` gives them to the metre, ten times quicker where it can be sure. Near
 * the point, short series stand for sines; they are wrong by less than a millimetre up to 250 km, so that only a distance
 * within a millimetre of a half metre, which could round either way, is measured the long way.
 */
export class DistanceGauge {
  /** Whether series hold around this point. */
  readonly isLocal: boolean;
  readonly latMicro: number;
  readonly lonMicro: number;
  /** Of the latitude. */
  readonly cos: number;
  readonly sin: number;
  readonly #from: UnitVector;

  constructor(centre: Position) {
    this.isLocal = Math.abs(centre.lat) <= FARTHEST_CENTRE_DEGREES && Math.abs(centre.lon) <= 180;
    this.latMicro = centre.lat * 1e6;
    this.lonMicro = centre.lon * 1e6;
    this.cos = cosDegrees(centre.lat);
    this.sin = sinDegrees(centre.lat);
    this.#from = toUnitVector(centre);
  }

  /** Whole metres, the same as `distanceMetres`. */
  metresTo(latMicro: number, lonMicro: number): number {
    const squared = this.haversineTo(latMicro, lonMicro);
    if (squared >= 0) {
      const metres = metresOf(squared);
      const whole = Math.round(metres);
      const off = metres - whole;
      if (off < 0.499 && off > -0.499) return whole;
    }
    return this.exactMetresTo(latMicro, lonMicro);
  }

  exactMetresTo(latMicro: number, lonMicro: number): number {
    const to = toUnitVector({ lat: latMicro / 1e6, lon: lonMicro / 1e6 });
    return metresFromChordSquared(chordSquared(this.#from, to));
  }

  /** Squared sine of half the angle to a position, to 1e-9 of its value; −1 where series do not hold. */
  haversineTo(latMicro: number, lonMicro: number): number {
    const north = (latMicro - this.latMicro) * RADIANS_PER_MICRO;
    const east = (lonMicro - this.lonMicro) * RADIANS_PER_MICRO;
    if (!this.isLocal || north > LAT_REACH || north < -LAT_REACH || east > LON_REACH || east < -LON_REACH) return -1;
    return squaredHalfSine(north * north) + this.#cosAt(north) * this.cos * squaredHalfSine(east * east);
  }

  /**
   * Which rows from `start` to `end` are within a circle, written into `rows`: the loop that everything waits for, so it
   * has no branch that a processor would guess wrong.
   * @returns how many
   */
  select(positions: Positions, range: RowRange, circle: Circle, rows: Uint32Array): number {
    const { latMicro, lonMicro } = positions;
    const { within, beyond } = circle;
    const { start, end, isNear } = range;
    if (!isNear || within < 0) return this.#selectOneByOne(positions, range, circle, rows);
    const { latMicro: lat0, lonMicro: lon0, cos, sin } = this;
    let found = 0;
    let unsure = 0;
    for (let row = start; row < end; row += 1) {
      const north = ((latMicro[row] as number) - lat0) * RADIANS_PER_MICRO;
      const east = ((lonMicro[row] as number) - lon0) * RADIANS_PER_MICRO;
      const haversine = squaredHalfSine(north * north) + cosineAt(north, cos, sin) * cos * squaredHalfSine(east * east);
      rows[found] = row;
      found += Number(haversine <= beyond);
      unsure += Number(haversine <= beyond) - Number(haversine <= within);
    }
    return unsure === 0 ? found : this.#selectOneByOne(positions, range, circle, rows);
  }

  #selectOneByOne(
    { latMicro, lonMicro }: Positions,
    { start, end }: RowRange,
    { latLow, latHigh, lonLow, lonHigh, radiusM }: Circle,
    rows: Uint32Array,
  ): number {
    let found = 0;
    for (let row = start; row < end; row += 1) {
      const lat = latMicro[row] as number;
      const lon = lonMicro[row] as number;
      if (lat < latLow || lat > latHigh || lon < lonLow || lon > lonHigh) continue;
      if (this.metresTo(lat, lon) > radiusM) continue;
      rows[found] = row;
      found += 1;
    }
    return found;
  }

  /** The least `haversineTo` of a box, 0 where series do not hold over all of it. */
  leastTo(latMin: number, latMax: number, lonMin: number, lonMax: number): number {
    if (!this.holdsOver(latMin, latMax, lonMin, lonMax)) return 0;
    const [south, north] = [this.#northTo(latMin), this.#northTo(latMax)];
    const [west, east] = [this.#eastTo(lonMin), this.#eastTo(lonMax)];
    const up = south > 0 ? south : north < 0 ? north : 0;
    const across = west > 0 ? west : east < 0 ? east : 0;
    const cos = Math.min(this.#cosAt(south), this.#cosAt(north));
    return squaredHalfSine(up * up) + cos * this.cos * squaredHalfSine(across * across);
  }

  /** The most `haversineTo` of a box, Infinity where series do not hold over all of it. */
  mostTo(latMin: number, latMax: number, lonMin: number, lonMax: number): number {
    if (!this.holdsOver(latMin, latMax, lonMin, lonMax)) return Infinity;
    const [south, north] = [this.#northTo(latMin), this.#northTo(latMax)];
    const [west, east] = [this.#eastTo(lonMin), this.#eastTo(lonMax)];
    const up = Math.max(0 - south, north);
    const across = Math.max(0 - west, east);
    // The widest parallel of a box over the equator is the equator.
    const cos = latMin < 0 && latMax > 0 ? 1 : Math.max(this.#cosAt(south), this.#cosAt(north));
    return squaredHalfSine(up * up) + cos * this.cos * squaredHalfSine(across * across);
  }

  #northTo(latMicro: number): number {
    return (latMicro - this.latMicro) * RADIANS_PER_MICRO;
  }

  #eastTo(lonMicro: number): number {
    return (lonMicro - this.lonMicro) * RADIANS_PER_MICRO;
  }

  /** Whether series hold for every position of a box. */
  holdsOver(latMin: number, latMax: number, lonMin: number, lonMax: number): boolean {
    return (
      this.isLocal &&
      this.#northTo(latMin) >= -LAT_REACH &&
      this.#northTo(latMax) <= LAT_REACH &&
      this.#eastTo(lonMin) >= -LON_REACH &&
      this.#eastTo(lonMax) <= LON_REACH
    );
  }

  #cosAt(north: number): number {
    return cosineAt(north, this.cos, this.sin);
  }
}

/** cos of a latitude by its angle from another one, of which cos and sin are known. */
function cosineAt(north: number, cos: number, sin: number): number {
  const square = north * north;
  return cos * (1 - square * (1 / 2 - square * (1 / 24))) - sin * north * (1 - square * (1 / 6));
}

/** sin² of half an angle, from the square of the angle: series of sin²(x/2), error under 1e-12 of it up to LON_REACH. */
export function squaredHalfSine(square: number): number {
  return square * (1 / 4 - square * (1 / 48 - square * (1 / 1440 - square * (1 / 80640))));
}

/** Arc in metres of a haversine, by the series of arcsine: exact to a nanometre under 300 km. */
function metresOf(haversine: number): number {
  const sine = Math.sqrt(haversine);
  return (
    2 *
    EARTH_RADIUS_M *
    sine *
    (1 + haversine * (1 / 6 + haversine * (3 / 40 + haversine * (5 / 112 + haversine * (35 / 1152)))))
  );
}

/** A length that no position of such a haversine is nearer than: a chord, less a centimetre and a rounding. */
export function leastMetresOf(haversine: number): number {
  return Math.max(0, 2 * EARTH_RADIUS_M * Math.sqrt(haversine) - 0.51);
}
