import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import type { Paper } from '../../shared/domain/paper/paper.schema.ts';
import { applySheet } from '../../shared/domain/sheet/sheet.rules.ts';
import type { Handing, KeptSheet, SheetOptions } from '../../shared/domain/sheet/sheet.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { ActionUseCases } from '../action/action.use-cases.ts';
import type { AppointmentUseCases } from '../appointment/appointment.use-cases.ts';
import type { ApproachUseCases } from '../approach/approach.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { ExplanationUseCases } from '../explanation/explanation.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  todayOf,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { sheetPaper } from './sheet-paper.ts';
import { sheetRepository } from './sheet.repository.ts';

export const sheetProjection: Projection<KeptSheet> = {
  entity: 'sheet',
  tables: ['sheet'],
  apply: applySheet,
  revisionOf: (state) => state?.revision ?? 0,
  open: sheetRepository,
};

interface OfCase {
  readonly commandId: string;
  readonly caseId: string;
}

export interface SheetUseCases {
  /**
   * What the person leaves with, as it would be printed now.
   * @throws AppError NOT_FOUND; NUMBER_REFUSED; EXPLANATION_MISSING where a decision on it cannot be explained as the law asks
   */
  compose(caseId: string, options: SheetOptions): Paper;
  /** Keeps it as it is, to be handed over later. @throws AppError as `compose`, CASE_CLOSED */
  keep(command: OfCase & SheetOptions): Committed;
  /** @throws AppError NOT_FOUND, INVALID_INPUT for a day to come, CHANGED_MEANWHILE */
  handOver(command: OfCase & Handing & { readonly sheetId: string; readonly baseRevision: number }): Committed;
  /** Those kept for one person, newest first. */
  list(caseId: string): readonly KeptSheet[];
  /** Those of everyone I accompany that wait to be handed over, the longest first. */
  waiting(): readonly KeptSheet[];
}

interface SheetSources {
  readonly files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen' | 'read'>;
  readonly actions: Pick<ActionUseCases, 'list'>;
  readonly appointments: Pick<AppointmentUseCases, 'list'>;
  readonly approaches: Pick<ApproachUseCases, 'list'>;
  readonly explanations: Pick<ExplanationUseCases, 'assertProducible'>;
}

export function makeSheetUseCases(desk: Desk, sources: SheetSources): SheetUseCases {
  const { files, actions, appointments, approaches, explanations } = sources;
  const sheets = perStore(desk.store, sheetRepository);

  const compose = (caseId: string, options: SheetOptions): Paper => {
    const { isComputingOff } = files.read(caseId);
    assertNoRefusedNumber([options.phone]);
    const employers = approaches.list(caseId);
    const isEstimated = explanations.assertProducible(
      caseId,
      employers.map(({ decisionId }) => decisionId),
    );
    const { name, agency } = desk.account();
    return sheetPaper({
      ...{ options, employers, isEstimated, isComputingOff, advisor: { name, agency } },
      today: todayOf(desk),
      timeZone: desk.timeZone,
      actions: actions.list(caseId),
      next: nextOf(appointments.list(caseId), desk.clock.now()),
    });
  };

  return {
    compose,
    keep({ commandId, caseId, ...options }) {
      files.assertMine(caseId);
      const frozen = () => {
        files.assertOpen(caseId);
        return { paper: compose(caseId, options), on: todayOf(desk) };
      };
      const entity = { entity: 'sheet', entityId: commandId, kind: 'sheet.keep' } as const;
      const payload = { options };
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    handOver({ commandId, caseId, sheetId, way, on, baseRevision }) {
      files.assertMine(caseId);
      if (sheets().read(sheetId)?.caseId !== caseId) {
        throw new AppError('NOT_FOUND', 'This sheet is not in this case file.');
      }
      const frozen = () => {
        assertNotAfterToday(desk, on, 'on');
        return {};
      };
      const entity = { entity: 'sheet', entityId: sheetId, kind: 'sheet.handOver' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload: { way, on }, frozen });
    },
    list(caseId) {
      files.assertMine(caseId);
      return sheets().ofCase(caseId);
    },
    waiting: () => sheets().waiting(desk.account().id, todayOf(desk)),
  };
}

/** The next one to come. */
function nextOf(appointments: readonly Appointment[], now: number): Appointment | null {
  const ahead = appointments.filter(({ presence, startsAt }) => presence === 'planned' && startsAt > now);
  return ahead.toSorted((a, b) => a.startsAt - b.startsAt)[0] ?? null;
}
