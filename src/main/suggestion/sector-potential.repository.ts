import { affinity, headSectors, takesPart } from '../../shared/domain/market/affinity.rules.ts';
import { compareText } from '../../shared/kernel/text.ts';
import type { SectorPotential } from '../../shared/scoring/employer-question.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

/** The potential of one sector for the occupation that it hires most among those searched. */
export interface KnownPotential extends SectorPotential {
  readonly rome: string;
  /** Hires of the sector the share was measured on; under 50 the division was mixed in. */
  readonly sectorHires: number;
}

export interface EntryRateLine {
  readonly naf_prefix: string;
  readonly sector_label: string;
  readonly rate: number;
  readonly scope: string;
  readonly source: string;
  readonly year: string;
  readonly link: string;
}

export interface SectorPotentialRepository {
  /** By index of `nafCodes`; null where the sector takes part for none of the occupations (`affinity.rules.ts`). */
  potentials(nafCodes: readonly string[], romes: readonly string[]): readonly (KnownPotential | null)[];
  /** Occupations that some sectors hire, given how many employers of each: those of the largest share of hires first. */
  hiredBy(employersOfNaf: ReadonlyMap<string, number>): readonly string[];
  /** The published entry rate with the longest prefix of a NAF code. */
  entryRate(naf: string): EntryRateLine | null;
}

interface NafHires {
  readonly naf: string;
  readonly hires: number;
}

export function sectorPotentialRepository(db: ReadDb): SectorPotentialRepository {
  const pairs = db.prepare('SELECT naf, hires FROM hire_pair WHERE rome = ?');
  const sectorTotals = toMap(db.prepare('SELECT naf, sum(hires) AS hires FROM hire_pair GROUP BY naf').all());
  const divisionTotals = sumByDivision(sectorTotals);
  const allHires = sumOf(sectorTotals);
  const rates = db.prepare('SELECT * FROM entry_rate').all() as EntryRateLine[];

  const entryRate = (naf: string): EntryRateLine | null => {
    const matching = rates.filter((rate) => naf.startsWith(rate.naf_prefix));
    return matching.reduce<EntryRateLine | null>(
      (best, rate) => (best === null || rate.naf_prefix.length > best.naf_prefix.length ? rate : best),
      null,
    );
  };
  const romesOf = db.prepare<[string], { rome: string; hires: number }>(
    'SELECT rome, hires FROM hire_pair WHERE naf = ?',
  );
  return {
    entryRate,
    hiredBy(employersOfNaf) {
      const shares = new Map<string, number>();
      for (const [naf, employers] of employersOfNaf) {
        for (const { rome, hires } of romesOf.all(naf)) {
          shares.set(rome, (shares.get(rome) ?? 0) + (employers * hires) / (sectorTotals.get(naf) ?? hires));
        }
      }
      return [...shares].sort(([a, most], [b, other]) => other - most || compareText(a, b)).map(([rome]) => rome);
    },
    potentials(nafCodes, romes) {
      const counted = romes.map((rome) => {
        const own = toMap(pairs.all(rome));
        const usualShare = allHires === 0 ? 0 : sumOf(own) / allHires;
        return { rome, own, usualShare, head: headSectors(own), divisions: sumByDivision(own) };
      });
      return nafCodes.map((naf) => {
        const division = naf.slice(0, 2);
        const sectorHires = sectorTotals.get(naf) ?? 0;
        let best: KnownPotential | null = null;
        for (const { rome, own, usualShare, head, divisions } of counted) {
          const pair = own.get(naf) ?? 0;
          const share = affinity({
            pair,
            sector: sectorHires,
            divisionPair: divisions.get(division) ?? 0,
            division: divisionTotals.get(division) ?? 0,
          });
          const isListed = takesPart({ naf, affinity: share, isHead: head.has(naf), pair, usualShare });
          if (isListed && share > (best?.affinity ?? 0)) {
            best = { rome, affinity: share, sectorHires, yearlyEntryRate: entryRate(naf)?.rate ?? null };
          }
        }
        return best;
      });
    },
  };
}

function toMap(rows: readonly unknown[]): Map<string, number> {
  return new Map((rows as NafHires[]).map(({ naf, hires }) => [naf, hires]));
}

function sumOf(hires: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of hires.values()) sum += count;
  return sum;
}

function sumByDivision(hires: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [naf, count] of hires) sums.set(naf.slice(0, 2), (sums.get(naf.slice(0, 2)) ?? 0) + count);
  return sums;
}
