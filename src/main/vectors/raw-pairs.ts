import type { Release } from '../dataset/release.use-cases.ts';

interface Pair {
  readonly naf: string;
  readonly hires: number;
}

/**
 * What the counted hires of the release say of an occupation and a sector, computed here and not by the code under test:
 * a difference from the reference is explained by these numbers, or it is a defect.
 */
export interface RawPairs {
  /** Why a sector is in a list that the reference keeps it out of; null when nobody was hired there. */
  whyIn(rome: string, naf: string): string | null;
  /** Why a sector is out of a list that the reference puts it in; null when its hires do not put it out. */
  whyOut(rome: string, naf: string): string | null;
}

/** docs/adr/0007-which-sectors-take-part.md, written again on purpose: these are the facts, not our answer. */
const HEAD = 0.9;
const OWN = 0.08;

export function readRawPairs({ db }: Pick<Release, 'db'>): RawPairs {
  const ofRome = db.prepare('SELECT naf, hires FROM hire_pair WHERE rome = ? ORDER BY hires DESC, naf');
  const ofSector = db.prepare('SELECT coalesce(sum(hires), 0) AS hires FROM hire_pair WHERE naf = ?');

  const hiresOf = (rome: string, naf: string): number =>
    (ofRome.all(rome) as Pair[]).find((pair) => pair.naf === naf)?.hires ?? 0;
  /** Share of the hires of the occupation that larger sectors make. */
  const shareBefore = (rome: string, naf: string): number => {
    const pairs = ofRome.all(rome) as Pair[];
    const index = pairs.findIndex((pair) => pair.naf === naf);
    return sum(index < 0 ? pairs : pairs.slice(0, index)) / (sum(pairs) || 1);
  };
  return {
    whyIn(rome, naf) {
      const hires = hiresOf(rome, naf);
      return hires > 0 ? `raw pairs are kept, the reference pruned this one of ${hires} hires` : null;
    },
    whyOut(rome, naf) {
      const before = shareBefore(rome, naf);
      const share = hiresOf(rome, naf) / ((ofSector.get(naf) as Pair).hires || 1);
      if (before < HEAD || share >= OWN) return null;
      return 'outside the sectors that make nine tenths of the hires of this occupation, and under 8 hires in 100';
    },
  };
}

function sum(pairs: readonly Pair[]): number {
  return pairs.reduce((total, { hires }) => total + hires, 0);
}
