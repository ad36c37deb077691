import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import { EmployerOrder } from '../../src/shared/scoring/employer-order.ts';
import { WEIGHTS, type Weights } from '../../src/shared/scoring/employers.v1.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import type { RankedEmployer } from '../../src/shared/scoring/row-score.ts';
import type { OrderedList } from '../../src/shared/scoring/shown-place.ts';
import type { EmployerCounts } from '../../src/shared/scoring/survey.ts';

export interface EmployerRanking extends EmployerCounts {
  /** By score, ties by SIRET. */
  readonly employers: readonly RankedEmployer[];
}

/** Everyone, in plain order, with the counts. */
export function rankEmployers(
  columns: EngineColumns,
  question: EmployerQuestion,
  weights: Weights = WEIGHTS,
): EmployerRanking {
  const order = new EmployerOrder(columns, question, { weights, seed: null });
  const { eligible, ...counts } = order.counts;
  return { employers: order.first(eligible), ...counts };
}

/** A list as places are asked of it. */
export function orderedList(employers: readonly RankedEmployer[]): OrderedList {
  return {
    placeOf(siret) {
      const index = employers.findIndex((employer) => employer.siret === siret);
      return index < 0 ? null : index + 1;
    },
    around: (place, reach) => employers.slice(Math.max(0, place - 1 - reach), place + reach),
  };
}
