import { cosDegrees, EARTH_RADIUS_M } from '../kernel/geo.ts';
import { BLOCK_FIELDS, LAT_MAX, LAT_MIN, LON_MAX, LON_MIN } from './blocks.ts';
import { squaredHalfSine, type DistanceGauge } from './distance-gauge.ts';
import type { EmployerQuestion } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';

export const OUTSIDE = 0;
export const CROSSING = 1;
export const INSIDE = 2;

/** Which rows a question reaches. */
export interface SearchArea {
  /** False only when no row of the region's blocks is inside. */
  mayReachRegion(region: number): boolean;
  /** OUTSIDE or INSIDE only when that is so of every row of the block. */
  relationTo(block: number): number;
  /** Metres that no row of the block is nearer than, 0 where nothing is sure. */
  leastMetresTo(block: number): number;
  /** Whole metres from the centre to a row that is inside, −1 for another one. */
  metresTo(row: number): number;
  /** Writes the rows of the block, from `start` to `end`, that are inside into `rows`, and says how many. */
  select(block: number, start: number, end: number, rows: Uint32Array): number;
}

const MICRO_PER_RADIAN = 57295779.51308232;
/** Of a squared millionth of a degree. */
const SQUARED_METRES = (EARTH_RADIUS_M / MICRO_PER_RADIAN) * (EARTH_RADIUS_M / MICRO_PER_RADIAN);
const FARTHEST_RADIUS_M = 250_000;
/** Beyond any position, and a small integer for V8. */
const EVERYWHERE = 1_000_000_000;

/**
 * A radius around a point. Loops compare with the limits of a flat form of the haversine, north² + cos·cos·east², whose
 * error at the edge of the circle is bounded; what falls between the limits is measured. At 50 km that is a ring of
 * some 40 cm.
 */
export class CircleArea implements SearchArea {
  readonly #columns: EngineColumns;
  readonly #gauge: DistanceGauge;
  readonly #radiusM: number;
  /** A window in whole millionths of a degree: nothing beyond is inside. */
  readonly #latLow: number;
  readonly #latHigh: number;
  readonly #lonLow: number;
  readonly #lonHigh: number;
  /** In squared millionths of a degree of latitude: surely inside up to `within`, surely outside beyond `beyond`. */
  readonly #within: number;
  readonly #beyond: number;
  /** cos of the latitude `north` from the centre, times cos of the centre, as its series. */
  readonly #widthAtCentre: number;
  readonly #widthSlope: number;
  readonly #widthBend: number;
  /** Its vertex where the circle may hold it, near the equator; no side of a box is the widest there. */
  readonly #widest: number;

  constructor(columns: EngineColumns, { centre, radiusM }: EmployerQuestion, gauge: DistanceGauge) {
    const { isLocal, latMicro, lonMicro, cos, sin } = gauge;
    this.#columns = columns;
    this.#gauge = gauge;
    this.#radiusM = radiusM;
    const isShort = isLocal && radiusM >= 0 && radiusM <= FARTHEST_RADIUS_M;
    const arc = (radiusM + 1) / EARTH_RADIUS_M;
    const latReach = arc * MICRO_PER_RADIAN + 1;
    // The meridians that touch a circle: asin(sin arc / cos lat), and y·(1 + y²/2) is above asin y here.
    const across = arc / cosDegrees(centre.lat);
    const lonReach = isShort ? across * (1 + (across * across) / 2) * MICRO_PER_RADIAN + 1 : Infinity;
    // A window over the 180th meridian is not one range: there, longitudes tell nothing.
    const isOverSeam = Math.abs(lonMicro) + lonReach > 180e6;
    this.#latLow = Math.max(0 - EVERYWHERE, Math.floor(latMicro - latReach));
    this.#latHigh = Math.min(EVERYWHERE, Math.ceil(latMicro + latReach));
    this.#lonLow = isOverSeam ? 0 - EVERYWHERE : Math.floor(lonMicro - lonReach);
    this.#lonHigh = isOverSeam ? EVERYWHERE : Math.ceil(lonMicro + lonReach);
    this.#widthAtCentre = cos * cos;
    this.#widthSlope = (0 - cos * sin) / MICRO_PER_RADIAN;
    this.#widthBend = (0 - cos * cos) / (2 * MICRO_PER_RADIAN * MICRO_PER_RADIAN);
    const vertex = (0 - this.#widthSlope) / (2 * this.#widthBend);
    this.#widest = Math.abs(vertex) <= 2 * FARTHEST_RADIUS_M * 10 ? this.#widthAt(vertex) : 0;
    const isFlat = isShort && !isOverSeam;
    const { least, most } = flatErrors(arc, gauge);
    this.#within = isFlat ? flatOf(Math.floor(radiusM) + 0.499) * (1 + least) : -1;
    this.#beyond = isFlat ? flatOf(Math.floor(radiusM) + 0.501) * (1 + most) : Infinity;
  }

  mayReachRegion(region: number): boolean {
    return this.#mayReach(this.#columns.blocks.regions, region * 4);
  }

  relationTo(block: number): number {
    const { fields } = this.#columns.blocks;
    const at = block * BLOCK_FIELDS;
    if (!this.#mayReach(fields, at)) return OUTSIDE;
    if (!this.#isFlatOver(fields, at)) return CROSSING;
    if (this.#mostTo(fields, at) <= this.#within) return INSIDE;
    return this.#leastTo(fields, at) > this.#beyond ? OUTSIDE : CROSSING;
  }

  /**
   * As far as the flat form is trusted, it exceeds the square of a length by 1.3 thousandths at most; a length of d metres
   * was rounded from d − ½ at least, whose square is over 0.999·d² − 250.
   */
  leastMetresTo(block: number): number {
    const { fields } = this.#columns.blocks;
    const at = block * BLOCK_FIELDS;
    if (!this.#isFlatOver(fields, at)) return 0;
    return Math.sqrt(Math.max(0, 0.997 * this.#leastTo(fields, at) * SQUARED_METRES - 250));
  }

  metresTo(row: number): number {
    const lat = this.#columns.latMicro[row] as number;
    const lon = this.#columns.lonMicro[row] as number;
    if (lat < this.#latLow || lat > this.#latHigh || lon < this.#lonLow || lon > this.#lonHigh) return -1;
    const metres = this.#gauge.metresTo(lat, lon);
    return metres <= this.#radiusM ? metres : -1;
  }

  /** The loop that everything waits for: it has no branch that a processor would guess wrong. */
  select(block: number, start: number, end: number, rows: Uint32Array): number {
    if (!this.#isFlatOver(this.#columns.blocks.fields, block * BLOCK_FIELDS)) return this.#measure(start, end, rows);
    const { latMicro, lonMicro } = this.#columns;
    const { latMicro: lat0, lonMicro: lon0 } = this.#gauge;
    const within = this.#within;
    const beyond = this.#beyond;
    const width = this.#widthAtCentre;
    const slope = this.#widthSlope;
    const bend = this.#widthBend;
    let found = 0;
    let unsure = 0;
    for (let row = start; row < end; row += 1) {
      const north = (latMicro[row] as number) - lat0;
      const east = (lonMicro[row] as number) - lon0;
      const flat = north * north + east * east * (width + north * (slope + north * bend));
      rows[found] = row;
      found += Number(flat <= beyond);
      unsure += Number(flat <= beyond) - Number(flat <= within);
    }
    return unsure === 0 ? found : this.#measure(start, end, rows);
  }

  #measure(start: number, end: number, rows: Uint32Array): number {
    let found = 0;
    for (let row = start; row < end; row += 1) {
      if (this.metresTo(row) < 0) continue;
      rows[found] = row;
      found += 1;
    }
    return found;
  }

  #mayReach(boxes: Int32Array, at: number): boolean {
    return (
      (boxes[at + LAT_MIN] as number) <= this.#latHigh &&
      (boxes[at + LAT_MAX] as number) >= this.#latLow &&
      (boxes[at + LON_MIN] as number) <= this.#lonHigh &&
      (boxes[at + LON_MAX] as number) >= this.#lonLow
    );
  }

  /** Whether the flat form holds for every position of a box. */
  #isFlatOver(boxes: Int32Array, at: number): boolean {
    return (
      this.#within >= 0 &&
      this.#gauge.holdsOver(
        boxes[at + LAT_MIN] as number,
        boxes[at + LAT_MAX] as number,
        boxes[at + LON_MIN] as number,
        boxes[at + LON_MAX] as number,
      )
    );
  }

  /** The flat form of the nearest position of a box, or less. */
  #leastTo(boxes: Int32Array, at: number): number {
    const { latMicro, lonMicro } = this.#gauge;
    const south = (boxes[at + LAT_MIN] as number) - latMicro;
    const north = (boxes[at + LAT_MAX] as number) - latMicro;
    const west = (boxes[at + LON_MIN] as number) - lonMicro;
    const east = (boxes[at + LON_MAX] as number) - lonMicro;
    const up = south > 0 ? south : north < 0 ? north : 0;
    const across = west > 0 ? west : east < 0 ? east : 0;
    return up * up + Math.min(this.#widthAt(south), this.#widthAt(north)) * across * across;
  }

  /** The flat form of the farthest position of a box, or more. */
  #mostTo(boxes: Int32Array, at: number): number {
    const { latMicro, lonMicro } = this.#gauge;
    const south = (boxes[at + LAT_MIN] as number) - latMicro;
    const north = (boxes[at + LAT_MAX] as number) - latMicro;
    const up = Math.max(0 - south, north);
    const across = Math.max(lonMicro - (boxes[at + LON_MIN] as number), (boxes[at + LON_MAX] as number) - lonMicro);
    return up * up + Math.max(this.#widthAt(south), this.#widthAt(north), this.#widest) * across * across;
  }

  #widthAt(north: number): number {
    return this.#widthAtCentre + north * (this.#widthSlope + north * this.#widthBend);
  }
}

/** The flat form of a length along a meridian. */
function flatOf(metres: number): number {
  const arc = metres / EARTH_RADIUS_M;
  return 4 * squaredHalfSine(arc * arc) * MICRO_PER_RADIAN * MICRO_PER_RADIAN;
}

/**
 * By how much the flat form of a position at `arc` from the centre exceeds four times its haversine, at least and at most,
 * as a part of it. It leaves out n⁴/12 and w·e⁴/12 where n² + w·e² = arc², w between the products of cosines over the
 * circle; then less than what the end of each series is worth.
 */
function flatErrors(arc: number, { cos, sin }: DistanceGauge): { readonly least: number; readonly most: number } {
  const lean = Math.abs(sin) * arc;
  const widest = Math.min(1, cos * (cos + lean));
  const narrowest = cos * (cos - lean - (cos * arc * arc) / 2);
  const rest = arc * arc * arc * (0.06 + arc) + 1e-9;
  return { least: (arc * arc) / (12 * (1 + widest)) - rest, most: (arc * arc) / (12 * narrowest) + rest };
}
