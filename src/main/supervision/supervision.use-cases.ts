import { OUTCOMES } from '../../shared/domain/case-file/case-file.schema.ts';
import { overdueDays } from '../../shared/domain/case-file/portfolio.rules.ts';
import { told, toldTogether, toldWithin } from '../../shared/domain/supervision/supervision.rules.ts';
import type { SupervisionCounts } from '../../shared/domain/supervision/supervision.schema.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { ApproachUseCases } from '../approach/approach.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { CorrectionUseCases } from '../correction/correction.use-cases.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';

interface SupervisionSources {
  readonly files: Pick<CaseFileUseCases, 'counted'>;
  readonly corrections: Pick<CorrectionUseCases, 'list'>;
  readonly approaches: Pick<ApproachUseCases, 'counted'>;
}

export interface SupervisionUseCases {
  /** Counts over the agency, those under five hidden: never by person nor by advisor. */
  counts(): SupervisionCounts;
}

export function makeSupervisionUseCases(
  desk: Desk,
  { files, corrections, approaches }: SupervisionSources,
): SupervisionUseCases {
  return {
    counts() {
      const today = todayOf(desk);
      const all = files.counted();
      const open = all.filter(({ closedOn }) => closedOn === null);
      const closed = all.filter(({ closedOn }) => closedOn !== null);
      const overdue = open.filter(
        (file) =>
          overdueDays({ ...file, createdOn: localDateAt(file.createdAt, desk.timeZone), isClosed: false, today }) !==
          null,
      );
      const approached = approaches.counted();
      const outcomes = toldTogether(
        OUTCOMES.map((outcome) => closed.filter((file) => file.outcome === outcome).length),
      );
      return {
        open: told(open.length),
        closed: told(closed.length),
        overdue: told(overdue.length),
        withoutNextAppointment: told(open.filter(({ hasNextAppointment }) => !hasNextAppointment).length),
        outcomes: OUTCOMES.map((outcome, index) => ({ outcome, count: outcomes[index] ?? null })),
        answered: told(approached.answered),
        hired: toldWithin(approached.answered, approached.hired),
        corrections: told(corrections.list().length),
      };
    },
  };
}
