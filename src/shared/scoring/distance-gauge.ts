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
