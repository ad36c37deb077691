import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { applyReading, readingIdOf } from '../../shared/domain/reading/reading.rules.ts';
import type { Reading, ReadingPayload } from '../../shared/domain/reading/reading.schema.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { commitAs, dayOfCommand, perStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { readingRepository } from './reading.repository.ts';

export const readingProjection: Projection<Reading> = {
  entity: 'reading',
  tables: ['reading'],
  apply: applyReading,
  revisionOf: (state) => state?.revision ?? 0,
  open: readingRepository,
};

interface Saying extends ReadingPayload {
  readonly commandId: string;
  readonly caseId: string;
  readonly baseRevision: number;
}

export interface ReadingUseCases {
  /** @throws AppError CASE_CLOSED, NUMBER_REFUSED */
  say(command: Saying): Committed;
  /** What each of the two said last; one who said nothing yet has no line. */
  list(caseId: string): readonly Reading[];
}

export function makeReadingUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
): ReadingUseCases {
  const readings = perStore(desk.store, readingRepository);
  return {
    say({ commandId, caseId, baseRevision, ...said }) {
      files.assertMine(caseId);
      const payload = { ...said, on: dayOfCommand(desk, commandId) };
      const frozen = () => {
        files.assertOpen(caseId);
        assertNoRefusedNumber([said.text]);
        return {};
      };
      const entity = { entity: 'reading', entityId: readingIdOf(caseId, said.by), kind: 'reading.say' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload, frozen });
    },
    list(caseId) {
      files.assertMine(caseId);
      return readings().ofCase(caseId);
    },
  };
}
