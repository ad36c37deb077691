import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Engagement, EngagementPayload } from './engagement.schema.ts';

/** A copy as its one operation made it; what takes its place is known from the others. */
export type EngagementCopy = Omit<Engagement, 'replacedBy'>;

type Recorded = Operation<EngagementPayload & { readonly actorName: string }>;

/** A copy is closed as it is recorded: nothing changes it, another one takes its place. */
export function applyEngagement(_state: EngagementCopy | null, operation: Operation): EngagementCopy {
  if (operation.kind !== 'engagement.record') return unknownKind(operation);
  const { entityId: id, caseId, actorId, at, deviceSeq: revision, payload } = operation as Recorded;
  return { ...payload, id, caseId: caseId ?? '', actorId, at, revision };
}
