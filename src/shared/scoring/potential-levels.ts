import { expectedHires, hiresFromCount, NOTHING_COUNTED } from '../domain/market/expected-hires.rules.ts';
import type { PotentialLevel } from '../domain/market/market.schema.ts';
import { at, BAND_BITS, BAND_FACTS, GROUP_BITS, GROUP_SHIFT } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';

/** Bounds of the thirds of expected hires among all ranked private employers of the release, for an occupation. */
export interface LevelBounds {
  readonly lowerThird: number;
  readonly upperThird: number;
}

/**
 * "Plutôt plus, moyenne, plutôt moins" compares with the whole release, not with the list: a word does not change when
 * a radius does. Null when nothing is known.
 *
 * A sector has few different figures (one a headcount band, one a number of hires counted): they are sorted with how
 * many employers have each, not one employer after the other.
 */
export function levelBounds(columns: EngineColumns, sectors: readonly (SectorPotential | null)[]): LevelBounds | null {
  const figures: { readonly value: number; readonly employers: number }[] = [];
  let known = 0;
  const add = (value: number | null, employers: number): void => {
    if (value === null || employers === 0) return;
    figures.push({ value, employers });
    known += employers;
  };
  sectors.forEach((sector, naf) => {
    if (sector === null) return;
    const { byBand, byHires } = tallyOf(columns, naf);
    BAND_FACTS.forEach(({ range }, band) =>
      add(expectedHires(sector.affinity, NOTHING_COUNTED, range, sector.yearlyEntryRate).expected, at(byBand, band)),
    );
    for (const [hires, employers] of byHires) add(hiresFromCount(sector.affinity, hires), employers);
  });
  if (known === 0) return null;
  figures.sort((a, b) => a.value - b.value);
  const valueAt = (place: number): number => {
    let before = 0;
    for (const { value, employers } of figures) {
      before += employers;
      if (place < before) return value;
    }
    throw new Error('A third of the employers is among them.');
  };
  return { lowerThird: valueAt(Math.floor(known / 3)), upperThird: valueAt(Math.floor((2 * known) / 3)) };
}

export function levelOf(expected: number | null, bounds: LevelBounds | null): PotentialLevel | null {
  if (expected === null || bounds === null) return null;
  if (expected >= bounds.upperThird) return 'more';
  return expected < bounds.lowerThird ? 'less' : 'average';
}

/** Private employers of a sector, by band where nothing is counted, else by hires counted. */
interface Tally {
  readonly byBand: Uint32Array;
  readonly byHires: ReadonlyMap<number, number>;
}

const tallies = new WeakMap<EngineColumns, Map<number, Tally>>();

function tallyOf(columns: EngineColumns, naf: number): Tally {
  const known = tallies.get(columns) ?? new Map<number, Tally>();
  tallies.set(columns, known);
  const tally = known.get(naf) ?? takeTally(columns, naf);
  known.set(naf, tally);
  return tally;
}

function takeTally({ nafStart, traits, yearlyHires }: EngineColumns, naf: number): Tally {
  const byBand = new Uint32Array(BAND_FACTS.length);
  const byHires = new Map<number, number>();
  const end = at(nafStart, naf + 1);
  for (let row = at(nafStart, naf); row < end; row += 1) {
    const of = traits[row] as number;
    if (((of >> GROUP_SHIFT) & GROUP_BITS) !== 0) continue;
    const hires = yearlyHires[row] as number;
    if (hires >= 0) byHires.set(hires, (byHires.get(hires) ?? 0) + 1);
    else byBand[of & BAND_BITS] = at(byBand, of & BAND_BITS) + 1;
  }
  return { byBand, byHires };
}
