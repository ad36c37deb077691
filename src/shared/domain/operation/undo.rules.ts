import type { Operation } from './operation.ts';

/** The reverse of an operation: what is written beside it, never in its place. */
export interface Compensation {
  readonly kind: string;
  readonly payload: object;
}

/**
 * The operation that takes another one back, given what came before it in the same file; null where nothing can: a
 * validated note stays, and is corrected by another one.
 */
export function compensationFor(op: Operation, earlier: readonly Operation[]): Compensation | null {
  switch (op.kind) {
    case 'caseFile.setField':
      return fieldBefore(op as Operation<FieldPayload>, earlier);
    case 'caseFile.setComputing':
      return { kind: op.kind, payload: before(op, earlier) ?? { isOff: false } };
    case 'decision.make':
      return { kind: 'decision.withdraw', payload: { decisionId: op.opId } };
    case 'ownEmployer.add':
    case 'contact.record':
    case 'action.add':
      return { kind: `${op.entity}.withdraw`, payload: {} };
    case 'action.setState':
      return { kind: op.kind, payload: before(op, earlier) ?? { state: 'not-yet' } };
    case 'appointment.schedule':
      return { kind: 'appointment.setPresence', payload: { presence: 'cancelled-by-us' } };
    default:
      return null;
  }
}

interface FieldPayload {
  readonly field: string;
  readonly value: unknown;
  readonly saidBy: string;
  readonly saidOn: string;
}

/** The fact as it was before; none where it was never said. */
function fieldBefore(op: Operation<FieldPayload>, earlier: readonly Operation[]): Compensation {
  const { field, saidBy, saidOn } = op.payload;
  const last = earlier
    .filter(({ entityId }) => entityId === op.entityId)
    .flatMap(({ kind, payload }) => {
      if (kind === 'caseFile.setField') return [payload as FieldPayload];
      return kind === 'caseFile.create' ? (payload as { readonly fields: readonly FieldPayload[] }).fields : [];
    })
    .findLast((setting) => setting.field === field);
  return { kind: op.kind, payload: last ?? { field, value: null, saidBy, saidOn } };
}

/** What the same kind of operation last said of the same thing. */
function before(op: Operation, earlier: readonly Operation[]): object | undefined {
  const last = earlier.findLast(({ kind, entityId }) => kind === op.kind && entityId === op.entityId);
  return last?.payload as object | undefined;
}
