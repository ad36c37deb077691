import { Draw } from './draw.ts';
import { at, nafIndexOf } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import type { Weights } from './employers.v1.ts';
import { GRAIN } from './employers.v2.ts';
import { rowOfSiret, type EngineColumns } from './engine-columns.ts';
import { matchEmployers, type MatchedKeys } from './match-employers.ts';
import type { RankedEmployer } from './row-score.ts';
import { ScoreBounds } from './score-bounds.ts';
import type { EmployerCounts } from './survey.ts';

interface Ordered {
  readonly weights: Weights;
  /** Of the varied order; null for the plain one. */
  readonly seed: string | null;
}

/**
 * Everyone in a list, in plain or varied order, exactly: the same as scoring each establishment of the release one by one
 * (`test/unit/scoring` holds the brute force it is compared with). For a place in the list, or who stands beside it; what
 * needs only the first ones asks `firstEmployers` or `firstDrawn`.
 */
export class EmployerOrder {
  readonly #columns: EngineColumns;
  readonly #question: EmployerQuestion;
  readonly #bounds: ScoreBounds;
  readonly #matched: MatchedKeys;
  readonly counts: EmployerCounts & { readonly eligible: number };

  constructor(columns: EngineColumns, question: EmployerQuestion, { weights, seed }: Ordered) {
    const draw = seed === null ? null : new Draw(columns, seed, weights);
    const bounds = new ScoreBounds(columns, weights, draw?.most ?? 0);
    let prepared = -1;
    this.#columns = columns;
    this.#question = question;
    this.#bounds = bounds;
    this.#matched = matchEmployers(columns, question, (row, naf, sector, distanceM) => {
      if (prepared !== naf) bounds.prepare(sector, naf);
      prepared = naf;
      const score = bounds.withoutDistance(row, naf, sector.affinity) + bounds.ofDistance(row, distanceM);
      return bounds.placeOf(score * GRAIN + (draw?.luckOf(row) ?? 0));
    });
    this.counts = this.#matched.counts;
  }

  /** As many as there are, up to `wanted`. */
  first(wanted: number): readonly RankedEmployer[] {
    return Array.from(this.#matched.keys.subarray(0, wanted), (key) => this.#employerOf(key));
  }

  /** From 1; null when the list shows the employer by no such site, or not at all. */
  placeOf(siret: number): number | null {
    const row = rowOfSiret(this.#columns, siret);
    if (row === null) return null;
    const { count, siretRank } = this.#columns;
    const rank = at(siretRank, row);
    const index = this.#matched.keys.findIndex((key) => key - Math.floor(key / count) * count === rank);
    return index < 0 ? null : index + 1;
  }

  /** Those at most `reach` places away from a place, itself among them. */
  around(place: number, reach: number): readonly RankedEmployer[] {
    const keys = this.#matched.keys.subarray(Math.max(0, place - 1 - reach), place + reach);
    return Array.from(keys, (key) => this.#employerOf(key));
  }

  #employerOf(key: number): RankedEmployer {
    const match = this.#matched.employerOf(key);
    const naf = nafIndexOf(this.#columns, match.row);
    const sector = this.#question.sectors[naf] as SectorPotential;
    this.#bounds.prepare(sector, naf);
    const points = this.#bounds.withoutDistance(match.row, naf, sector.affinity);
    return { ...match, score: points + this.#bounds.ofDistance(match.row, match.distanceM) };
  }
}
