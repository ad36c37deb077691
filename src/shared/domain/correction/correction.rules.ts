import { unknownKind, type Operation } from '../operation/operation.ts';
import type { OptOut } from './correction.schema.ts';

/** What is kept of an establishment besides the decisions that reported it. */
export interface SiteCorrection {
  readonly siret: string;
  /** Put back in the lists, and where in the log: what was reported before no longer counts. */
  readonly dismissal: { readonly at: number; readonly revision: number } | null;
  /** As the employer was called then. */
  readonly optOut:
    (OptOut & { readonly name: string; readonly communeName: string | null; readonly revision: number }) | null;
}

export type CorrectionOperation =
  | (Operation<Record<string, never>> & { readonly kind: 'correction.dismiss' })
  | (Operation<OptOut & { readonly name: string; readonly communeName: string | null }> & {
      readonly kind: 'correction.optOut';
    });

/**
 * What was reported is read from the decisions that gave "fermée" or "donnée fausse" as their reason, so that undoing one
 * takes it back. Being put back in the lists, and asking out of them, are operations of their own; the last one holds.
 */
export function applyCorrection(state: SiteCorrection | null, operation: Operation): SiteCorrection {
  const op = operation as CorrectionOperation;
  const { entityId: siret, at, deviceSeq: revision } = op;
  switch (op.kind) {
    case 'correction.dismiss':
      return { siret, dismissal: { at, revision }, optOut: null };
    case 'correction.optOut':
      return { siret, dismissal: state?.dismissal ?? null, optOut: { ...op.payload, revision } };
    default:
      return unknownKind(operation);
  }
}
