import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Reading, ReadingBy, ReadingPayload } from './reading.schema.ts';

/** The day is frozen where it is written: undoing gives back the one it had. */
export type ReadingOperation = Operation<ReadingPayload & { readonly on: string }> & { readonly kind: 'reading.say' };

/** The two readings of a file: each is one thread, and the last thing said is what holds. */
export function readingIdOf(caseId: string, by: ReadingBy): string {
  return `${caseId}/${by}`;
}

export function applyReading(_state: Reading | null, operation: Operation): Reading {
  if (operation.kind !== 'reading.say') return unknownKind(operation);
  const { caseId, actorId, at, deviceSeq: revision, payload } = operation as ReadingOperation;
  return { ...payload, caseId: caseId ?? '', actorId, at, revision };
}
