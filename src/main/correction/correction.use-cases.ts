import type { Correction } from '../../shared/domain/correction/correction.schema.ts';
import { unknownKind, type Operation } from '../../shared/domain/operation/operation.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { commitAs, perStore, type CurrentStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { correctionRepository, type Dismissal } from './correction.repository.ts';

/**
 * A correction is read from the decisions that gave "fermée" or "donnée fausse" as their reason, so that undoing the
 * decision takes it back; only putting an employer back in the lists is an operation of its own.
 */
export const correctionProjection: Projection<Dismissal> = {
  entity: 'correction',
  tables: ['correction_dismissal'],
  apply: applyCorrection,
  revisionOf: (state) => state?.revision ?? 0,
  open: correctionRepository,
};

function applyCorrection(_state: Dismissal | null, op: Operation): Dismissal {
  if (op.kind !== 'correction.dismiss') return unknownKind(op);
  return { siret: op.entityId, at: op.at, revision: op.deviceSeq };
}

export interface CorrectionUseCases {
  /** Employers to correct, newest first: nothing says who reported them, nor for whom. */
  list(): readonly Correction[];
  /** Puts an employer back in the lists. @throws AppError NOT_FOUND when it is not among those to correct */
  dismiss(command: { readonly commandId: string; readonly siret: string }): Committed;
}

export function makeCorrectionUseCases(desk: Desk): CorrectionUseCases {
  const corrections = perStore(desk.store, correctionRepository);
  return {
    list: () =>
      corrections()
        .list()
        .map(({ reportedAt, ...report }) => ({ ...report, reportedOn: localDateAt(reportedAt, desk.timeZone) })),
    dismiss({ commandId, siret }) {
      const isKnown = corrections()
        .list()
        .some((correction) => correction.siret === siret);
      if (!isKnown && desk.store().log.find(commandId) === null) {
        throw new AppError('NOT_FOUND', 'This employer is not among those to correct.', { siret });
      }
      const entity = { entity: 'correction', entityId: siret, kind: 'correction.dismiss' } as const;
      return commitAs(desk, { opId: commandId, caseId: null, ...entity, baseRevision: null, payload: {} });
    },
  };
}

/** Sites said to be closed, in no list of this workstation; none while nobody has unlocked. */
export function makeHiddenSites(store: CurrentStore): () => readonly string[] {
  const corrections = perStore(store, correctionRepository);
  return () => corrections().closed();
}
