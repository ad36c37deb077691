import { OUTCOMES } from '../../shared/domain/case-file/case-file.schema.ts';
import { overdueDays } from '../../shared/domain/case-file/portfolio.rules.ts';
import type { SupervisionCounts } from '../../shared/domain/supervision/supervision.schema.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { CorrectionUseCases } from '../correction/correction.use-cases.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';

export interface SupervisionUseCases {
  /** Counts over the agency, those under five hidden: never by person nor by advisor. */
  counts(): SupervisionCounts;
}

/** Below this a count could point to a person. */
const SMALLEST_TOLD = 5;

export function makeSupervisionUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'counted'>,
  corrections: Pick<CorrectionUseCases, 'list'>,
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
      return {
        open: told(open.length),
        closed: told(closed.length),
        overdue: told(overdue.length),
        withoutNextAppointment: told(open.filter(({ hasNextAppointment }) => !hasNextAppointment).length),
        outcomes: OUTCOMES.map((outcome) => ({
          outcome,
          count: told(closed.filter((file) => file.outcome === outcome).length),
        })),
        corrections: corrections.list().length,
      };
    },
  };
}

/** Zero points to nobody; one to four might. */
function told(count: number): number | null {
  return count > 0 && count < SMALLEST_TOLD ? null : count;
}
