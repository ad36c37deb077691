import { LONGEST_ABSENCE_DAYS, type Lending, type Reassignment } from '../../shared/domain/hand-over/hand-over.ts';
import type { Colleague } from '../../shared/domain/hand-over/hand-over.schema.ts';
import { holdingOf, standInOn, type Holders } from '../../shared/domain/hand-over/holding.rules.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { addDays, instantOf } from '../../shared/kernel/local-date.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { commitAs, perStore, startOfToday, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { handOverRepository } from './hand-over.repository.ts';

interface OfFile {
  readonly commandId: string;
  readonly caseId: string;
}

/** Who follows a file: for a while while its advisor is away, or for good. Each is undone by `caseFile.undo`. */
export interface HandOverUseCases {
  /** The other advisors of the agency; the files of each are told to a supervisor, and nobody is named. */
  colleagues(): readonly Colleague[];
  /**
   * A file is followed by a colleague until a day. Its advisor keeps it, and has it back alone the day after. Done by its
   * advisor, by a supervisor, or by the colleague themselves for a person who comes today.
   *
   * @throws AppError NOT_FOUND when it may not be lent by whoever asks, CASE_CLOSED, INVALID_INPUT for a day that is past or too far, or nobody to give it to
   */
  lend(command: OfFile & Lending): Committed;
  /** Ends it before its day: by the advisor, whoever stands in, or a supervisor. @throws AppError NOT_FOUND */
  takeBack(command: OfFile): Committed;
  /** For good: by its advisor, or by a supervisor. @throws AppError NOT_FOUND, INVALID_INPUT as `lend` */
  reassign(command: OfFile & Reassignment): Committed;
}

export function makeHandOver(desk: Desk, files: Pick<CaseFileUseCases, 'holdersOf' | 'isClosed'>): HandOverUseCases {
  const repository = perStore(desk.store, handOverRepository);
  const isSupervisor = (): boolean => desk.account().role === 'supervisor';
  const othersThan = (accountId: string) =>
    desk.accounts().filter(({ id, role }) => role === 'advisor' && id !== accountId);
  const meetingToday = (advisorId: string): readonly string[] => {
    const today = todayOf(desk);
    const until = instantOf(addDays(today, 1), 0, 0, desk.timeZone);
    return repository().meeting({ advisorId, today, from: startOfToday(desk), until });
  };
  const holdersOf = (caseId: string): Holders => {
    const holders = files.holdersOf(caseId);
    if (holders === null) throw notThere();
    return holders;
  };
  const assertGoesTo = (toId: string, { advisorId }: Holders): void => {
    if (othersThan(advisorId).every(({ id }) => id !== toId)) throw invalid('toId: not_a_colleague');
  };
  const assertMayGive = (holders: Holders): void => {
    if (!isSupervisor() && holders.advisorId !== desk.account().id) throw notThere();
  };
  /** A colleague who is there may see the person who comes today, whose advisor is not. */
  const assertMayLend = (caseId: string, toId: string, holders: Holders): void => {
    const isForToday = toId === desk.account().id && meetingToday(holders.advisorId).includes(caseId);
    if (!isForToday) assertMayGive(holders);
  };
  const assertAbsence = (until: string): void => {
    const today = todayOf(desk);
    if (until < today) throw invalid('until: past');
    if (until > addDays(today, LONGEST_ABSENCE_DAYS)) throw invalid('until: too_far');
  };
  const commit = (
    { commandId: opId, caseId }: OfFile,
    kind: `caseFile.${string}`,
    payload: object,
    check: () => void,
  ): Committed => {
    const known = desk.store().log.find(opId);
    // Asked again by whoever did it, they may not hold the file any more.
    if (known?.actorId !== desk.account().id) check();
    return commitAs(desk, { opId, caseId, entity: 'caseFile', entityId: caseId, kind, baseRevision: null, payload });
  };

  return {
    colleagues: () =>
      othersThan(desk.account().id).map(({ id, name }) => ({
        ...{ id, name, meetingsToday: meetingToday(id) },
        files: isSupervisor() ? repository().open(id) : [],
      })),
    lend({ toId, until, reason, ...file }) {
      return commit(file, 'caseFile.lend', { toId, until, reason }, () => {
        const holders = holdersOf(file.caseId);
        assertMayLend(file.caseId, toId, holders);
        assertGoesTo(toId, holders);
        assertAbsence(until);
        if (files.isClosed(file.caseId)) throw new AppError('CASE_CLOSED', 'This case file is closed.');
      });
    },
    takeBack(file) {
      return commit(file, 'caseFile.takeBack', {}, () => {
        const holders = holdersOf(file.caseId);
        const today = todayOf(desk);
        if (!isSupervisor() && holdingOf(holders, desk.account().id, today) === null) throw notThere();
        if (standInOn(today, holders.standIn) === null) {
          throw new AppError('CHANGED_MEANWHILE', 'Nobody stands in for this case file any more.', {
            entity: 'caseFile',
          });
        }
      });
    },
    reassign({ toId, reason, ...file }) {
      return commit(file, 'caseFile.reassign', { toId, reason }, () => {
        const holders = holdersOf(file.caseId);
        assertMayGive(holders);
        assertGoesTo(toId, holders);
      });
    },
  };
}

function notThere(): AppError {
  return new AppError('NOT_FOUND', 'This case file is not in the portfolio.');
}

function invalid(field: string): AppError {
  return new AppError('INVALID_INPUT', `The input was refused (${field}).`, { fields: [field] });
}
