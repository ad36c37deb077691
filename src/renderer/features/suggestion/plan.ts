/** A plain plan: positions as points around a centre, north up. At these distances the Earth is flat enough. */

interface Position {
  readonly lat: number;
  readonly lon: number;
}

const KM_PER_DEGREE = 111.195;

/** Kilometres east and north of a centre. */
export function offsetKm(centre: Position, point: Position): { readonly east: number; readonly north: number } {
  const cos = Math.cos((centre.lat * Math.PI) / 180);
  return { east: (point.lon - centre.lon) * cos * KM_PER_DEGREE, north: (point.lat - centre.lat) * KM_PER_DEGREE };
}

const COMPASS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
type Compass = (typeof COMPASS)[number];

/** The side of the centre a point is on, or null when it is in its very middle. */
export function compassOf(centre: Position, point: Position): Compass | null {
  const { east, north } = offsetKm(centre, point);
  if (Math.hypot(east, north) < 0.3) return null;
  const turn = Math.atan2(east, north) / (2 * Math.PI);
  return COMPASS[(Math.round(turn * 8) + 8) % 8] ?? null;
}
