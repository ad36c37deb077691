import { cosDegrees, EARTH_RADIUS_M } from '../kernel/geo.ts';
import { BLOCK_FIELDS, BLOCK_ROWS, DEPARTEMENT_WORDS, LAT_MAX, LAT_MIN, LON_MAX, LON_MIN } from './blocks.ts';
import type { EngineColumns } from './engine-columns.ts';
import type { EmployerQuestion } from './employer-question.ts';
import { squaredHalfSine, type Circle, type DistanceGauge } from './distance-gauge.ts';

export const OUTSIDE = 0;
export const CROSSING = 1;
export const INSIDE = 2;

/** Which rows a question reaches. */
export interface SearchArea {
  /** False only when no row of the region's blocks is inside. */
  mayReachRegion(region: number): boolean;
  /** OUTSIDE or INSIDE only when that is so of every row of the block. */
  relationTo(block: number): number;
  /** Writes the rows of the block, from `start` to `end`, that are inside into `rows`, and says how many. */
  select(block: number, start: number, end: number, rows: Uint32Array): number;
}

export function searchArea(columns: EngineColumns, question: EmployerQuestion, gauge: DistanceGauge): SearchArea {
  const circle = new CircleArea(columns, circleAround(question, gauge), gauge);
  return question.departements.size === 0 ? circle : new WiderArea(columns, circle, question.departements);
}

/** Distances are whole metres, so half a metre more than the radius is still inside. */
function circleAround({ centre, radiusM }: EmployerQuestion, { isLocal, latMicro, lonMicro }: DistanceGauge): Circle {
  const isShort = isLocal && radiusM >= 0 && radiusM <= FARTHEST_RADIUS_M;
  const arc = (radiusM + 1) / EARTH_RADIUS_M;
  const latReach = arc * MICRO_PER_RADIAN + 1;
  // The meridians that touch a circle: asin(sin arc / cos lat), and y·(1 + y²/2) is above asin y here.
  const across = arc / cosDegrees(centre.lat);
  const lonReach = isShort ? across * (1 + (across * across) / 2) * MICRO_PER_RADIAN + 1 : Infinity;
  // A window over the 180th meridian is not one range: there, longitudes tell nothing.
  const isOverSeam = Math.abs(lonMicro) + lonReach > 180e6;
  return {
    radiusM,
    latLow: Math.max(0 - EVERYWHERE, Math.floor(latMicro - latReach)),
    latHigh: Math.min(EVERYWHERE, Math.ceil(latMicro + latReach)),
    lonLow: isOverSeam ? 0 - EVERYWHERE : Math.floor(lonMicro - lonReach),
    lonHigh: isOverSeam ? EVERYWHERE : Math.ceil(lonMicro + lonReach),
    within: isShort && !isOverSeam ? haversineOf(Math.floor(radiusM) + 0.499) : -1,
    beyond: isShort && !isOverSeam ? haversineOf(Math.floor(radiusM) + 0.501) : Infinity,
  };
}

class CircleArea implements SearchArea {
  readonly #columns: EngineColumns;
  readonly #circle: Circle;
  readonly #gauge: DistanceGauge;

  constructor(columns: EngineColumns, circle: Circle, gauge: DistanceGauge) {
    this.#columns = columns;
    this.#circle = circle;
    this.#gauge = gauge;
  }

  mayReachRegion(region: number): boolean {
    return this.#mayReach(this.#columns.blocks.regions, region * 4);
  }

  relationTo(block: number): number {
    const { fields } = this.#columns.blocks;
    const { within, beyond } = this.#circle;
    const at = block * BLOCK_FIELDS;
    if (!this.#mayReach(fields, at)) return OUTSIDE;
    if (within < 0) return CROSSING;
    const latMin = fields[at + LAT_MIN] as number;
    const latMax = fields[at + LAT_MAX] as number;
    const lonMin = fields[at + LON_MIN] as number;
    const lonMax = fields[at + LON_MAX] as number;
    if (this.#gauge.mostTo(latMin, latMax, lonMin, lonMax) <= within) return INSIDE;
    return this.#gauge.leastTo(latMin, latMax, lonMin, lonMax) > beyond ? OUTSIDE : CROSSING;
  }

  select(block: number, start: number, end: number, rows: Uint32Array): number {
    const { fields } = this.#columns.blocks;
    const at = block * BLOCK_FIELDS;
    const isNear = this.#gauge.holdsOver(
      fields[at + LAT_MIN] as number,
      fields[at + LAT_MAX] as number,
      fields[at + LON_MIN] as number,
      fields[at + LON_MAX] as number,
    );
    return this.#gauge.select(this.#columns, { start, end, isNear }, this.#circle, rows);
  }

  #mayReach(boxes: Int32Array, at: number): boolean {
    const { latLow, latHigh, lonLow, lonHigh } = this.#circle;
    return (
      (boxes[at + LAT_MIN] as number) <= latHigh &&
      (boxes[at + LAT_MAX] as number) >= latLow &&
      (boxes[at + LON_MIN] as number) <= lonHigh &&
      (boxes[at + LON_MAX] as number) >= lonLow
    );
  }
}

const MICRO_PER_RADIAN = 57295779.51308232;
const FARTHEST_RADIUS_M = 250_000;
/** Beyond any position, and a small integer for V8. */
const EVERYWHERE = 1_000_000_000;

function haversineOf(metres: number): number {
  const arc = metres / EARTH_RADIUS_M;
  return squaredHalfSine(arc * arc);
}

/** The circle, and the rows of some départements whatever their distance. */
class WiderArea implements SearchArea {
  readonly #columns: EngineColumns;
  readonly #circle: CircleArea;
  readonly #isAsked = new Uint8Array(256);
  readonly #asked = new Uint32Array(DEPARTEMENT_WORDS);
  readonly #inCircle = new Uint32Array(BLOCK_ROWS);

  constructor(columns: EngineColumns, circle: CircleArea, departements: ReadonlySet<string>) {
    this.#columns = columns;
    this.#circle = circle;
    columns.departements.forEach((code, index) => {
      if (!departements.has(code)) return;
      this.#isAsked[index] = 1;
      const word = (index >> 5) & 3;
      this.#asked[word] = (this.#asked[word] as number) | (1 << (index & 31));
    });
  }

  mayReachRegion(): boolean {
    return true;
  }

  relationTo(block: number): number {
    const { departements } = this.#columns.blocks;
    for (let word = 0; word < DEPARTEMENT_WORDS; word += 1) {
      const there = departements[block * DEPARTEMENT_WORDS + word] as number;
      if ((there & (this.#asked[word] as number)) !== 0) {
        return this.#circle.relationTo(block) === INSIDE ? INSIDE : CROSSING;
      }
    }
    return this.#circle.relationTo(block);
  }

  select(block: number, start: number, end: number, rows: Uint32Array): number {
    const { departement } = this.#columns;
    const near = this.#circle.select(block, start, end, this.#inCircle);
    let found = 0;
    let met = 0;
    for (let row = start; row < end; row += 1) {
      const isNear = met < near && this.#inCircle[met] === row;
      if (isNear) met += 1;
      if (!isNear && this.#isAsked[departement[row] as number] !== 1) continue;
      rows[found] = row;
      found += 1;
    }
    return found;
  }
}
