import { compareText, fold } from '../../kernel/text.ts';
import { unknownKind, type Operation } from '../operation/operation.ts';
import type { AgencyTag } from './agency-tag.schema.ts';

type TagOperation =
  | (Operation<{ readonly name: string }> & { readonly kind: 'agencyTag.add' | 'agencyTag.rename' })
  | (Operation<Record<string, never>> & { readonly kind: 'agencyTag.retire' | 'agencyTag.restore' });

/** The tag after an operation. */
export function applyAgencyTag(state: AgencyTag | null, operation: Operation): AgencyTag {
  const op = operation as TagOperation;
  const revision = op.deviceSeq;
  if (op.kind === 'agencyTag.add') return { id: op.entityId, name: op.payload.name, isRetired: false, revision };
  if (state === null) throw new Error('A tag starts with its name.');
  switch (op.kind) {
    case 'agencyTag.rename':
      return { ...state, name: op.payload.name, revision };
    case 'agencyTag.retire':
      return { ...state, isRetired: true, revision };
    case 'agencyTag.restore':
      return { ...state, isRetired: false, revision };
    default:
      return unknownKind(operation);
  }
}

/** Whether somebody would take two names for the same: case, accents and spaces are nothing. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

/** As a list of names is read, in any language. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return compareText(fold(one.name), fold(other.name)) || compareText(one.name, other.name);
}
