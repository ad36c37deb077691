import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Contact, ContactPayload } from './contact.schema.ts';

export type ContactOperation =
  | (Operation<ContactPayload> & { readonly kind: 'contact.record' })
  | (Operation<Record<string, never>> & { readonly kind: 'contact.withdraw' });

export function applyContact(state: Contact | null, operation: Operation): Contact {
  const op = operation as ContactOperation;
  switch (op.kind) {
    case 'contact.record': {
      const { entityId: id, caseId, actorId, at, deviceSeq: revision } = op;
      return { ...op.payload, id, caseId: caseId ?? '', actorId, at, isWithdrawn: false, revision };
    }
    case 'contact.withdraw':
      if (state === null) throw new Error('What was never recorded cannot be withdrawn.');
      return { ...state, isWithdrawn: true, revision: op.deviceSeq };
    default:
      return unknownKind(operation);
  }
}
