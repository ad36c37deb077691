import { headSectors, takesPart } from '../../shared/domain/market/affinity.rules.ts';
import type { Release } from '../dataset/release.use-cases.ts';

interface Pair {
  readonly naf: string;
  readonly hires: number;
}

/**
 * What the counted hires of the release say of an occupation and a sector: a difference from the reference is explained by
 * these numbers and the rule of docs/adr/0007-which-sectors-take-part.md, or it is a defect.
 */
export interface RawPairs {
  /** Why a sector is in a list that the reference keeps it out of; null when nobody was hired there. */
  whyIn(rome: string, naf: string): string | null;
  /** Why a sector is out of a list that the reference puts it in; null when its hires do not put it out. */
  whyOut(rome: string, naf: string): string | null;
}

export function readRawPairs({ db }: Pick<Release, 'db'>): RawPairs {
  const ofRome = db.prepare('SELECT naf, hires FROM hire_pair WHERE rome = ?');
  const ofSector = db.prepare('SELECT coalesce(sum(hires), 0) FROM hire_pair WHERE naf = ?').pluck();
  const ofAll = db.prepare('SELECT coalesce(sum(hires), 0) FROM hire_pair').pluck().get() as number;

  const hiresOf = (rome: string): ReadonlyMap<string, number> =>
    new Map((ofRome.all(rome) as Pair[]).map(({ naf, hires }) => [naf, hires]));
  return {
    whyIn(rome, naf) {
      const hires = hiresOf(rome).get(naf) ?? 0;
      return hires > 0 ? `raw pairs are kept, the reference pruned this one of ${hires} hires` : null;
    },
    whyOut(rome, naf) {
      const bySector = hiresOf(rome);
      const pair = bySector.get(naf) ?? 0;
      const isPart = takesPart({
        ...{ naf, pair },
        affinity: pair / ((ofSector.get(naf) as number) || 1),
        isHead: headSectors(bySector).has(naf),
        usualShare: [...bySector.values()].reduce((total, hires) => total + hires, 0) / (ofAll || 1),
      });
      return isPart ? null : 'outside the sectors whose hires make the list of this occupation';
    },
  };
}
