import { applyOutcome, askedAbout, outcomeIdOf, type ToldOutcome } from '../../shared/domain/outcome/outcome.rules.ts';
import type { LaterOutcome, OutcomePayload, OutcomeToAsk } from '../../shared/domain/outcome/outcome.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import {
  commitAs,
  dayOfCommand,
  perStore,
  todayOf,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { outcomeRepository } from './outcome.repository.ts';

export const outcomeProjection: Projection<ToldOutcome> = {
  entity: 'outcome',
  tables: ['outcome'],
  apply: applyOutcome,
  revisionOf: (state) => state?.revision ?? 0,
  open: outcomeRepository,
};

interface Telling extends OutcomePayload {
  readonly commandId: string;
  readonly caseId: string;
  readonly baseRevision: number;
}

export interface OutcomeUseCases {
  /** One's own files closed six months ago, of which nothing is told yet, those closed first before. */
  toAsk(): readonly OutcomeToAsk[];
  /** What was told of one file and not taken back, the first closing before. @throws AppError NOT_FOUND */
  list(caseId: string): readonly LaterOutcome[];
  /** @throws AppError NOT_FOUND where the file was not closed on that day */
  tell(command: Telling): Committed;
}

export function makeOutcomeUseCases(desk: Desk, files: Pick<CaseFileUseCases, 'assertMine' | 'read'>): OutcomeUseCases {
  const outcomes = perStore(desk.store, outcomeRepository);
  return {
    toAsk() {
      const today = todayOf(desk);
      return outcomes().toAsk({ advisorId: desk.account().id, today, ...askedAbout(today) });
    },
    list(caseId) {
      files.assertMine(caseId);
      return outcomes()
        .ofCase(caseId)
        .flatMap(({ closedOn, situation, on, at, actorId }) =>
          situation === null ? [] : [{ closedOn, situation, on, at, writtenBy: desk.nameOf(actorId) }],
        );
    },
    tell({ commandId, caseId, baseRevision, ...told }) {
      files.assertMine(caseId);
      const payload = { ...told, on: dayOfCommand(desk, commandId) };
      const frozen = () => {
        if (files.read(caseId).closedOn === told.closedOn) return {};
        throw new AppError('NOT_FOUND', 'This case file was not closed on that day.');
      };
      const entityId = outcomeIdOf(caseId, told.closedOn);
      const entity = { entity: 'outcome', entityId, kind: 'outcome.tell' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload, frozen });
    },
  };
}
