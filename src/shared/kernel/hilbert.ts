/**
 * Place of a position along a Hilbert curve over the whole globe: positions that follow each other along the curve are
 * near each other, so that a run of rows ordered by it covers a small patch of land.
 */

/** The curve has 2^16 steps a side: cells of 300 m by 600 m at most. */
const STEPS = 65_536;

/** @returns an integer from 0 to 2^32 − 1 */
export function hilbertIndex(latMicro: number, lonMicro: number): number {
  let x = step(lonMicro + 180e6, 360e6);
  let y = step(latMicro + 90e6, 180e6);
  let index = 0;
  for (let side = STEPS / 2; side >= 1; side /= 2) {
    const right = (x & side) === 0 ? 0 : 1;
    const upper = (y & side) === 0 ? 0 : 1;
    index = index * 4 + ((3 * right) ^ upper);
    // Each quarter is the curve again, turned so that its ends meet those of its neighbours.
    if (upper === 1) continue;
    if (right === 1) {
      x = STEPS - 1 - x;
      y = STEPS - 1 - y;
    }
    [x, y] = [y, x];
  }
  return index;
}

function step(offset: number, span: number): number {
  return Math.min(STEPS - 1, Math.max(0, Math.floor((offset * STEPS) / span)));
}
