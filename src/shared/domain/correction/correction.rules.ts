import { unknownKind, type Operation } from '../operation/operation.ts';
import type { OptOut, ReportKind } from './correction.schema.ts';

/** What is kept of an establishment besides the decisions that reported it. */
export interface SiteCorrection {
  readonly siret: string;
  /** Put back in the lists, and where in the log: what was reported before no longer counts. */
  readonly dismissal: { readonly at: number; readonly revision: number } | null;
  readonly optOut: (OptOut & AsCalledThen & { readonly revision: number }) | null;
  /** What was said of it from its page: the last word of it. */
  readonly report:
    (AsCalledThen & { readonly kind: ReportKind; readonly at: number; readonly revision: number }) | null;
}

/** As the employer was called when it was spoken of. */
interface AsCalledThen {
  readonly name: string;
  readonly communeName: string | null;
}

export type CorrectionOperation =
  | (Operation<Record<string, never>> & { readonly kind: 'correction.dismiss' })
  | (Operation<AsCalledThen & { readonly report: ReportKind }> & { readonly kind: 'correction.report' })
  | (Operation<OptOut & AsCalledThen> & { readonly kind: 'correction.optOut' });

/**
 * What was reported for a person is read from the decisions that gave "fermée" or "donnée fausse" as their reason, so that
 * undoing one takes it back. What was reported from the page of the employer, being put back in the lists, and asking out of
 * them, are operations of their own; the last one holds.
 */
export function applyCorrection(state: SiteCorrection | null, operation: Operation): SiteCorrection {
  const op = operation as CorrectionOperation;
  const { entityId: siret, at, deviceSeq: revision } = op;
  const before = state ?? { siret, dismissal: null, optOut: null, report: null };
  switch (op.kind) {
    case 'correction.dismiss':
      return { siret, dismissal: { at, revision }, optOut: null, report: null };
    case 'correction.optOut':
      return { ...before, optOut: { ...op.payload, revision } };
    case 'correction.report': {
      const { report: kind, name, communeName } = op.payload;
      return { ...before, report: { kind, name, communeName, at, revision } };
    }
    default:
      return unknownKind(operation);
  }
}
