import { cosDegrees, type Position } from '../../kernel/geo.ts';
import type { DIRECTIONS } from './shared-view.ts';

type Direction = (typeof DIRECTIONS)[number];

/** The tangent of 22.5°: halfway between a cardinal point and the one beside it. */
const HALF_WAY = Math.SQRT2 - 1;

/** Which way one goes from a place to another, among eight; null where they are the same. */
export function directionTo(from: Position, to: Position): Direction | null {
  const north = to.lat - from.lat;
  const east = (to.lon - from.lon) * cosDegrees(from.lat);
  const along = Math.abs(north);
  const across = Math.abs(east);
  if (along === 0 && across === 0) return null;
  const northOrSouth = north > 0 ? 'north' : 'south';
  const eastOrWest = east > 0 ? 'east' : 'west';
  if (across <= along * HALF_WAY) return northOrSouth;
  return along <= across * HALF_WAY ? eastOrWest : `${northOrSouth}-${eastOrWest}`;
}
