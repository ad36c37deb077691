/**
 * Affinity: the share of a sector's hires that are for an occupation.
 *
 * Raw pairs are kept whole: pruning them, as La Bonne Boîte did, hides true but small links. A sector with few hires
 * says little by itself, so under 50 hires its share is mixed with that of its division, in proportion to what is
 * missing: n/50 of its own share and the rest of the division's. The mix is continuous at 50 and at 0.
 */
export const SHRINK_UNDER_HIRES = 50;

export interface HireCounts {
  /** Hires of the sector for the occupation, and for all occupations. */
  readonly pair: number;
  readonly sector: number;
  /** The same for the two-digit division the sector belongs to. */
  readonly divisionPair: number;
  readonly division: number;
}

/** The share, 0 to 1; 0 when nothing was ever counted. */
export function affinity({ pair, sector, divisionPair, division }: HireCounts): number {
  const divisionShare = division === 0 ? 0 : divisionPair / division;
  if (sector === 0) return divisionShare;
  const share = pair / sector;
  if (sector >= SHRINK_UNDER_HIRES) return share;
  return (sector * share + (SHRINK_UNDER_HIRES - sector) * divisionShare) / SHRINK_UNDER_HIRES;
}

/**
 * Which sectors take part in the list of an occupation: those that together make nine tenths of its hires, the largest
 * first, and any sector where at least 8 hires in 100 are for it (a cafeteria hires few cooks of the country, but cooks
 * are what it hires). The long tail is left out: a large company of a foreign sector would pass before every workshop,
 * and companies foreign to the job are what users of the reference complained about most.
 */
export const HEAD_SHARE = 0.9;
export const OWN_SECTOR_AFFINITY = 0.08;

/**
 * A vast sector is among the largest for almost every occupation without being about any of them. Under one hire in
 * eighty, and less than half of what all sectors together give the occupation, it is left out. The second condition keeps
 * the sectors of rare occupations. Public administration stays: it has a list of its own, where it passes before no
 * workshop, and a town hires its masons itself.
 */
export const RARE_AFFINITY = 0.0125;
export const LESS_THAN_OTHERS = 0.5;

/** Out of the head, a share of fewer hires than these says nothing: six of a barracks for a secretary are none. */
export const LEAST_OWN_HIRES = 10;

export interface TakingPart {
  readonly naf: string;
  readonly affinity: number;
  /** Whether it is one of the `headSectors`. */
  readonly isHead: boolean;
  /** Hires of the sector for the occupation. */
  readonly pair: number;
  /** The share of all hires, of all sectors, that are for the occupation. */
  readonly usualShare: number;
}

/** Whether the list of an occupation holds the employers of a sector. */
export function takesPart({ naf, affinity: share, isHead, pair, usualShare }: TakingPart): boolean {
  if (!isHead) return share >= OWN_SECTOR_AFFINITY && pair >= LEAST_OWN_HIRES;
  return naf.startsWith('84') || share >= RARE_AFFINITY || share >= LESS_THAN_OTHERS * usualShare;
}

/** The sectors that make HEAD_SHARE of the hires of an occupation. Ties by code, so that the set is always the same. */
export function headSectors(hiresBySector: ReadonlyMap<string, number>): ReadonlySet<string> {
  const total = [...hiresBySector.values()].reduce((sum, hires) => sum + hires, 0);
  const head = new Set<string>();
  let reached = 0;
  const largestFirst = [...hiresBySector].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [naf, hires] of largestFirst) {
    if (reached >= HEAD_SHARE * total) break;
    reached += hires;
    if (hires > 0) head.add(naf);
  }
  return head;
}
