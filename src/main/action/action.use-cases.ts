import { applyAction } from '../../shared/domain/action/action.rules.ts';
import type { Action, ActionPayload, ActionState } from '../../shared/domain/action/action.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
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
  /** @throws AppError CASE_CLOSED, NUMBER_REFUSED */
  add(command: ActionPayload & OfCase): Committed;
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
): ActionUseCases {
  const actions = perStore(desk.store, actionRepository);
  return {
    add({ commandId, caseId, ...payload }) {
      files.assertMine(caseId);
      const frozen = () => {
        files.assertOpen(caseId);
        assertNoRefusedNumber([payload.text]);
        return {};
      };
      const entity = { entity: 'action', entityId: commandId, kind: 'action.add' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    setState({ commandId, caseId, actionId, state, baseRevision }) {
      files.assertMine(caseId);
      if (actions().read(actionId)?.caseId !== caseId) {
        throw new AppError('NOT_FOUND', 'This action is not in this case file.');
      }
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
