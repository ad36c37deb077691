import { compensationFor, revisionToUndo } from '../../shared/domain/operation/undo.rules.ts';
import type { Operation } from '../../shared/domain/operation/operation.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { commitAs, startOfToday, type Desk } from '../operation/operation.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import type { CaseFileUseCases } from './case-file.use-cases.ts';

/**
 * Takes back one thing that whoever is at the keyboard did to a file, by writing the reverse. Several changes of one thing
 * are taken back in turn, the last first.
 * @throws AppError NOTHING_TO_UNDO, also for a company that a decision still points to; CHANGED_MEANWHILE when somebody
 * changed it since
 */
export type Undo = (command: {
  readonly commandId: string;
  readonly caseId: string;
  readonly opId: string;
}) => Committed;

const HANDED: readonly string[] = ['caseFile.reassign', 'caseFile.takeBack'];

export function makeUndo(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine'>,
  decisions: Pick<DecisionUseCases, 'list'>,
): Undo {
  const isDecidedOn = (caseId: string, id: string): boolean =>
    decisions.list(caseId).decided.some(({ item }) => item.kind === 'own' && item.ownEmployerId === id);
  /** Whoever gave a file away today by mistake takes it back, though they do not hold it any more. */
  const isHandedToday = (op: Operation | undefined): boolean =>
    op !== undefined && HANDED.includes(op.kind) && op.actorId === desk.account().id && op.at >= startOfToday(desk);
  return ({ commandId, caseId, opId }) => {
    const operations = desk.store().log.ofCase(caseId);
    const at = operations.findIndex((op) => op.opId === opId);
    const op = operations[at];
    if (!isHandedToday(op)) files.assertMine(caseId);
    const compensation = op === undefined ? null : compensationFor(op, operations.slice(0, at));
    if (op === undefined || compensation === null || op.actorId !== desk.account().id) {
      throw new AppError('NOTHING_TO_UNDO', 'This cannot be undone.');
    }
    const { entity, entityId } = op;
    const baseRevision = revisionToUndo(op, operations);
    const frozen = () => {
      // The decision would be about nothing that can be seen: it is undone first.
      if (entity === 'ownEmployer' && isDecidedOn(caseId, entityId)) {
        throw new AppError('NOTHING_TO_UNDO', 'A decision still points to this company.');
      }
      return {};
    };
    return commitAs(desk, { opId: commandId, caseId, entity, entityId, baseRevision, ...compensation, frozen });
  };
}
