/**
 * Score of an employer for an occupation around a place, first formula. A formula that decisions cite is never edited:
 * its successor stands beside it.
 *
 * Score = potential + distance + size, each an integer in thousandths rounded before summing, so that what is shown
 * adds up exactly and two machines give the same bytes.
 *
 * - potential `600·h/(h+½)`: h = expected hires in the occupation over six months; half of the points at h = ½, that
 *   is one hire a year. Unknown h gives 0 points: "not enough data" never passes for a promise.
 * - distance `300·d0²/(d²+d0²)`, d0 = 10 km: half of the points at 10 km, from the commune of the job project.
 * - size `100·rank/14` with the rank of the INSEE headcount band: a larger house has more doors.
 *
 * It reads nothing about a person: neither who searches nor anything about them is an argument.
 */
export const ENGINE_VERSION = 'employers.v1';

/** The most each factor gives. */
export interface Weights {
  readonly potential: number;
  readonly distance: number;
  readonly size: number;
}

export const WEIGHTS = { potential: 600, distance: 300, size: 100 } as const satisfies Weights;
const HALF_POTENTIAL_HIRES = 0.5;
const HALF_DISTANCE_M = 10_000;
const TOP_BAND_RANK = 14;

export function potentialContribution(expectedHires: number | null): number {
  return weighedPotential(expectedHires, WEIGHTS.potential);
}

/** The same under other weights, to see what would change. */
export function weighedPotential(expectedHires: number | null, weight: number): number {
  if (expectedHires === null) return 0;
  return Math.round((weight * expectedHires) / (expectedHires + HALF_POTENTIAL_HIRES));
}

/**
 * A position that is only its commune's centre counts as at least 3 km away: not knowing where a company is must not
 * bring it to the door.
 */
const APPROXIMATE_DISTANCE_M = 3_000;

export function distanceContribution(distanceM: number, isApproximate: boolean): number {
  return weighedDistance(distanceM, isApproximate, WEIGHTS.distance);
}

export function weighedDistance(distanceM: number, isApproximate: boolean, weight: number): number {
  const counted = isApproximate && distanceM < APPROXIMATE_DISTANCE_M ? APPROXIMATE_DISTANCE_M : distanceM;
  const half = HALF_DISTANCE_M * HALF_DISTANCE_M;
  return Math.round((weight * half) / (counted * counted + half));
}

/** @param bandRank 0 (no or unknown staff) to 14 (10,000 employees and more) */
export function sizeContribution(bandRank: number): number {
  return weighedSize(bandRank, WEIGHTS.size);
}

export function weighedSize(bandRank: number, weight: number): number {
  return Math.round((weight * bandRank) / TOP_BAND_RANK);
}
