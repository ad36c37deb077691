/** What the other engines of the employers bench have in common: one table of sites, one question, the first fifty. */
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import { BAND_FACTS, bandAt, groupAt, isApproximateAt } from '../../src/shared/scoring/employer-columns.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { sizeContribution } from '../../src/shared/scoring/employers.v1.ts';

export interface OtherEngine {
  readonly name: string;
  /** How it was set up, for whoever wants to do it better. */
  readonly settings: string;
  readonly buildMs: number;
  /** Scores of the first fifty sites, best first, and how long they took, in milliseconds. */
  ask(question: EmployerQuestion): Promise<{ readonly scores: readonly number[]; readonly ms: number }>;
  plan(question: EmployerQuestion): Promise<string>;
  close(): void;
  /** The same, asked how many there are too; it closes with this one. */
  readonly withCount?: OtherEngine;
}

/** One line of the table: what the formula reads, nothing to derive but the score. */
export interface SiteLine {
  readonly naf: number;
  readonly group: number;
  readonly lat: number;
  readonly lon: number;
  /** −1 when not counted. */
  readonly hires: number;
  /** Middle of the headcount band; −1 when not known. */
  readonly headcount: number;
  readonly sizePoints: number;
  readonly isApproximate: number;
}

export function* siteLines(columns: EngineColumns): Generator<SiteLine> {
  for (let naf = 0; naf < columns.nafCodes.length; naf += 1) {
    for (let row = columns.nafStart[naf]!; row < columns.nafStart[naf + 1]!; row += 1) {
      const band = BAND_FACTS[bandAt(columns, row)]!;
      yield {
        naf,
        group: groupAt(columns, row),
        lat: columns.latMicro[row]! / 1e6,
        lon: columns.lonMicro[row]! / 1e6,
        hires: columns.yearlyHires[row]!,
        headcount: band.range?.midpoint ?? -1,
        sizePoints: sizeContribution(band.rank),
        isApproximate: isApproximateAt(columns, row) ? 1 : 0,
      };
    }
  }
}

/** Sectors that take part: index, affinity, rate (−1 where none is published). */
export function sectorLines({ sectors }: EmployerQuestion): readonly (readonly [number, number, number])[] {
  return sectors.flatMap((sector, naf) =>
    sector === null ? [] : [[naf, sector.affinity, sector.yearlyEntryRate ?? -1] as const],
  );
}

/** The score in SQL. `affinity`, `rate` and `d2` (squared metres) are what the engine calls them. */
export function scoreInSql({ affinity, rate, d2 }: Readonly<Record<'affinity' | 'rate' | 'd2', string>>): string {
  const hires =
    `(CASE WHEN hires >= 0 THEN ${affinity} * hires / 2.0 ` +
    `WHEN headcount < 0 OR ${rate} < 0 THEN 0.0 ELSE ${affinity} * ${rate} / 2.0 * headcount END)`;
  const counted = `(CASE WHEN approximate = 1 AND ${d2} < 9e6 THEN 9e6 ELSE ${d2} END)`;
  return `round(600.0 * ${hires} / (${hires} + 0.5)) + round(300.0 * 1e8 / (${counted} + 1e8)) + size_points`;
}

export const WANTED = 50;
