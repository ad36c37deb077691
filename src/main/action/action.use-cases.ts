import { applyAction } from '../../shared/domain/action/action.rules.ts';
import type { Action, ActionPayload, ActionState, ActionTerms } from '../../shared/domain/action/action.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { commitAs, perStore, todayOf, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { actionRepository } from './action.repository.ts';

export const actionProjection: Projection<Action> = {
  entity: 'action',
  tables: ['action'],
  apply: applyAction,
  revisionOf: (state) => state?.revision ?? 0,
  open: actionRepository,
};

interface OfCase {
  readonly commandId: string;
  readonly caseId: string;
}

export interface ActionUseCases {
  /** @throws AppError CASE_CLOSED, NUMBER_REFUSED, NOT_FOUND for an objective or a retained company that is not in the file */
  add(command: ActionPayload & OfCase): Committed;
  /** Who, what, by when and for what: put right. @throws AppError as `add` */
  revise(command: ActionTerms & OfCase & { readonly actionId: string; readonly baseRevision: number }): Committed;
  setState(
    command: OfCase & { readonly actionId: string; readonly state: ActionState; readonly baseRevision: number },
  ): Committed;
  /** What was agreed on with one person: open things first, those due first before the others. */
  list(caseId: string): readonly Action[];
  /** What is still to do for everyone I accompany and due by a day, that day included: earliest first. */
  due(until: string): readonly Action[];
}

export function makeActionUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
  retained: DecisionUseCases['retained'],
): ActionUseCases {
  const actions = perStore(desk.store, actionRepository);
  const ofCase = (caseId: string, actionId: string): Action => {
    const action = actions().read(actionId);
    if (action?.caseId === caseId) return action;
    throw new AppError('NOT_FOUND', 'This action is not in this case file.');
  };
  /** An objective serves none: the list stays flat. */
  const assertTerms = (caseId: string, terms: ActionTerms, kind: Action['kind']): void => {
    files.assertOpen(caseId);
    assertNoRefusedNumber([terms.text, terms.partner]);
    if (terms.serves === null) return;
    const served = ofCase(caseId, terms.serves);
    if (kind === 'action' && served.kind === 'objective' && !served.isWithdrawn) return;
    throw new AppError('NOT_FOUND', 'This objective is not in this case file.');
  };
  /** What was set aside is the source of nothing (R10). */
  const assertRetained = (caseId: string, decisionId: string | null): void => {
    if (decisionId === null || retained(caseId).some((item) => item.decisionId === decisionId)) return;
    throw new AppError('NOT_FOUND', 'This was not retained in this case file.');
  };
  return {
    add({ commandId, caseId, ...payload }) {
      files.assertMine(caseId);
      const frozen = () => {
        assertTerms(caseId, payload, payload.kind);
        assertRetained(caseId, payload.decisionId);
        return {};
      };
      const entity = { entity: 'action', entityId: commandId, kind: 'action.add' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    revise({ commandId, caseId, actionId, baseRevision, ...payload }) {
      files.assertMine(caseId);
      const { kind } = ofCase(caseId, actionId);
      const frozen = () => {
        assertTerms(caseId, payload, kind);
        return {};
      };
      const entity = { entity: 'action', entityId: actionId, kind: 'action.revise' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload, frozen });
    },
    setState({ commandId, caseId, actionId, state, baseRevision }) {
      files.assertMine(caseId);
      ofCase(caseId, actionId);
      const entity = { entity: 'action', entityId: actionId, kind: 'action.setState' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload: { state } });
    },
    list(caseId) {
      files.assertMine(caseId);
      return actions().ofCase(caseId);
    },
    due: (until) => actions().due(desk.account().id, todayOf(desk), until),
  };
}
