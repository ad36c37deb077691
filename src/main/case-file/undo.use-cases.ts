import { compensationFor } from '../../shared/domain/operation/undo.rules.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { commitAs, type Desk } from '../operation/operation.use-cases.ts';
import type { CaseFileUseCases } from './case-file.use-cases.ts';

/**
 * Takes back one thing that whoever is at the keyboard did to a file, by writing the reverse.
 * @throws AppError NOTHING_TO_UNDO, CHANGED_MEANWHILE when somebody changed it since
 */
export type Undo = (command: {
  readonly commandId: string;
  readonly caseId: string;
  readonly opId: string;
}) => Committed;

export function makeUndo(desk: Desk, files: Pick<CaseFileUseCases, 'assertMine'>): Undo {
  return ({ commandId, caseId, opId }) => {
    files.assertMine(caseId);
    const operations = desk.store().log.ofCase(caseId);
    const at = operations.findIndex((op) => op.opId === opId);
    const op = operations[at];
    const compensation = op === undefined ? null : compensationFor(op, operations.slice(0, at));
    if (op === undefined || compensation === null || op.actorId !== desk.account().id) {
      throw new AppError('NOTHING_TO_UNDO', 'This cannot be undone.');
    }
    const { entity, entityId, deviceSeq } = op;
    return commitAs(desk, { opId: commandId, caseId, entity, entityId, baseRevision: deviceSeq, ...compensation });
  };
}
