/** Radii that the slider goes through, in kilometres. */
export const RADIUS_MIN = 5;
export const RADIUS_MAX = 100;
const ARROW_STEP = 5;

/** The next multiple of five on one side, within what the slider holds. */
export function nextRadius(radiusKm: number, way: 1 | -1): number {
  const steps = way === 1 ? Math.floor(radiusKm / ARROW_STEP) + 1 : Math.ceil(radiusKm / ARROW_STEP) - 1;
  return Math.min(Math.max(RADIUS_MAX, radiusKm), Math.max(RADIUS_MIN, steps * ARROW_STEP));
}
