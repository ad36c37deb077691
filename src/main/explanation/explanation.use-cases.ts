import type { Decision } from '../../shared/domain/decision/decision.schema.ts';
import type { Paper } from '../../shared/domain/paper/paper.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { ENGINES, type Engines } from '../../shared/scoring/engines.ts';
import { replaySnapshot } from '../../shared/scoring/replay.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import type { Desk } from '../operation/operation.use-cases.ts';
import { explanationPaper, type DataNames } from './explanation-paper.ts';

export type { DataNames } from './explanation-paper.ts';

/** Where no data are at hand: a code stands for what it means. */
export const NO_NAMES: DataNames = { occupation: () => null, commune: () => null, sources: () => [] };

export interface ExplanationUseCases {
  /**
   * How an employer came to be proposed, from what the decision kept and from nothing else.
   * @throws AppError NOT_FOUND; EXPLANATION_MISSING where what was kept does not compute again to what was shown
   */
  ofDecision(caseId: string, decisionId: string): Paper;
  /**
   * A paper that says what was decided with a computation leaves with what it takes to explain it, or does not leave.
   * @returns whether a computation had a part in one of these decisions
   * @throws AppError EXPLANATION_MISSING
   */
  assertProducible(caseId: string, decisionIds: readonly string[]): boolean;
}

export function makeExplanationUseCases(
  desk: Desk,
  decisions: Pick<DecisionUseCases, 'made'>,
  { names = NO_NAMES, engines = ENGINES }: { readonly names?: DataNames | undefined; readonly engines?: Engines } = {},
): ExplanationUseCases {
  const weightsOf = ({ snapshot }: Decision): Parameters<typeof explanationPaper>[0]['weights'] => {
    if (snapshot.kind !== 'suggested') return { potential: 0, distance: 0, size: 0 };
    const engine = engines[snapshot.engineVersion];
    if (engine === undefined || replaySnapshot(snapshot, engines) !== 'same') {
      throw new AppError('EXPLANATION_MISSING', 'A decision cannot be explained from what was kept of it.');
    }
    return snapshot.query.weights ?? engine.weights;
  };
  return {
    ofDecision(caseId, decisionId) {
      const decision = decisions.made(caseId).find(({ id }) => id === decisionId);
      if (decision === undefined) throw new AppError('NOT_FOUND', 'This decision is not in this case file.');
      return explanationPaper({
        ...{ decision, names, weights: weightsOf(decision) },
        actorName: desk.nameOf(decision.actorId),
        timeZone: desk.timeZone,
      });
    },
    assertProducible(caseId, decisionIds) {
      const meant = new Set(decisionIds);
      const shown = decisions.made(caseId).filter(({ id }) => meant.has(id));
      for (const decision of shown) weightsOf(decision);
      return shown.some(({ snapshot }) => snapshot.kind === 'suggested');
    },
  };
}
