import { applyEngagement, type EngagementCopy } from '../../shared/domain/engagement/engagement.rules.ts';
import type { Engagement, EngagementPayload } from '../../shared/domain/engagement/engagement.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { engagementRepository } from './engagement.repository.ts';

export const engagementProjection: Projection<EngagementCopy> = {
  entity: 'engagement',
  tables: ['engagement'],
  apply: applyEngagement,
  revisionOf: (state) => state?.revision ?? 0,
  open: engagementRepository,
};

export interface EngagementUseCases {
  /** Newest first. */
  list(caseId: string): readonly Engagement[];
  /**
   * Copies what a contract signed elsewhere says. The copy is closed at once: a slip is mended by another one.
   * @throws AppError CASE_CLOSED, NUMBER_REFUSED, INVALID_INPUT for dates that cannot be, NOT_FOUND for a copy to replace
   * that is not in the file, CHANGED_MEANWHILE where another one took its place
   */
  record(command: EngagementPayload & { readonly commandId: string; readonly caseId: string }): Committed;
}

export function makeEngagementUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
): EngagementUseCases {
  const copies = perStore(desk.store, engagementRepository);
  const assertReplaced = (caseId: string, replaces: string | null): void => {
    if (replaces === null) return;
    const replaced = copies().read(replaces);
    if (replaced?.caseId !== caseId) throw new AppError('NOT_FOUND', 'This copy is not in this case file.');
    if (replaced.replacedBy === null) return;
    throw new AppError('CHANGED_MEANWHILE', 'Another copy took its place.', { entity: 'engagement' });
  };
  return {
    list(caseId) {
      files.assertMine(caseId);
      return copies().ofCase(caseId);
    },
    record({ commandId, caseId, ...copied }) {
      files.assertMine(caseId);
      const payload = { ...copied, actorName: desk.account().name };
      const frozen = () => {
        files.assertOpen(caseId);
        assertNotAfterToday(desk, copied.signedOn, 'signedOn');
        assertInOrder(copied);
        assertNoRefusedNumber([...copied.commitments, copied.reference]);
        assertReplaced(caseId, copied.replaces);
        return {};
      };
      const entity = { entity: 'engagement', entityId: commandId, kind: 'engagement.record' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
  };
}

/** A contract ends after it starts. @throws AppError INVALID_INPUT */
function assertInOrder({ startsOn, endsOn }: EngagementPayload): void {
  if (endsOn === null || endsOn >= startsOn) return;
  const fields = ['endsOn: before_start'];
  throw new AppError('INVALID_INPUT', 'The input was refused (endsOn: before_start).', { fields });
}
