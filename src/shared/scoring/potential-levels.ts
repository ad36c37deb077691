import type { PotentialLevel } from '../domain/market/market.schema.ts';
import { at, type EngineColumns } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import { expectedHiresOfRow } from './rank-employers.ts';

/** Bounds of the thirds of expected hires among all ranked private employers of the release, for an occupation. */
export interface LevelBounds {
  readonly lowerThird: number;
  readonly upperThird: number;
}

/**
 * "Plutôt plus, moyenne, plutôt moins" compares with the whole release, not with the list: a word does not change when
 * a radius does. Null when nothing is known.
 */
export function levelBounds(columns: EngineColumns, sectors: readonly (SectorPotential | null)[]): LevelBounds | null {
  const values: number[] = [];
  sectors.forEach((sector, nafIndex) => {
    if (sector === null) return;
    const end = at(columns.nafStart, nafIndex + 1);
    for (let row = at(columns.nafStart, nafIndex); row < end; row += 1) {
      if (at(columns.group, row) !== 0) continue;
      const { expected } = expectedHiresOfRow(columns, row, sector);
      if (expected !== null) values.push(expected);
    }
  });
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    lowerThird: at(sorted, Math.floor(sorted.length / 3)),
    upperThird: at(sorted, Math.floor((2 * sorted.length) / 3)),
  };
}

export function levelOf(expected: number | null, bounds: LevelBounds | null): PotentialLevel | null {
  if (expected === null || bounds === null) return null;
  if (expected >= bounds.upperThird) return 'more';
  return expected < bounds.lowerThird ? 'less' : 'average';
}
