import { isOpen } from '../../shared/domain/action/action.rules.ts';
import { isOnPaper, reminderOnPaper } from '../../shared/domain/approach/on-paper.rules.ts';
import { jobProjectOf, valueOf } from '../../shared/domain/case-file/case-file.rules.ts';
import type { HandOverPage } from '../../shared/domain/hand-over/hand-over.schema.ts';
import { standInOn } from '../../shared/domain/hand-over/holding.rules.ts';
import type { ActionUseCases } from '../action/action.use-cases.ts';
import type { AppointmentUseCases } from '../appointment/appointment.use-cases.ts';
import type { ApproachUseCases } from '../approach/approach.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { startOfToday, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import type { ReadingUseCases } from '../reading/reading.use-cases.ts';

interface PageSources {
  readonly files: Pick<CaseFileUseCases, 'read'>;
  readonly actions: Pick<ActionUseCases, 'list'>;
  readonly appointments: Pick<AppointmentUseCases, 'list'>;
  readonly approaches: Pick<ApproachUseCases, 'list'>;
  readonly readings: Pick<ReadingUseCases, 'list'>;
}

const MOST_MEETINGS = 2;

/**
 * What a colleague reads before they meet the person (R10): what a person has not done by its day is left out, as is
 * whatever was set aside, missed or counted. What we have not done ourselves is there: we owe it.
 *
 * @throws AppError NOT_FOUND
 */
export function makeHandOverPage(desk: Desk, sources: PageSources): (caseId: string) => HandOverPage {
  return (caseId) => {
    const { facts, advisorId, standIn } = sources.files.read(caseId);
    const today = todayOf(desk);
    const { first, last } = valueOf(facts, 'name') ?? { first: '', last: '' };
    const standing = standInOn(today, standIn);
    const agreed = sources.actions.list(caseId).filter(isOpen);
    const wish = sources.readings.list(caseId).find(({ by, text }) => by === 'person' && text !== '');
    return {
      ...{ caseId, first, last, advisorName: desk.nameOf(advisorId), project: jobProjectOf(facts) },
      standIn: standing === null ? null : { name: desk.nameOf(standing.accountId), until: standing.until },
      wish: wish === undefined ? null : { text: wish.text, on: wish.on },
      objectives: agreed.filter(({ kind }) => kind === 'objective').map(({ text }) => text),
      promises: agreed
        .filter(({ kind, owner, dueOn }) => kind === 'action' && (owner === 'advisor' || (dueOn ?? today) >= today))
        .map(({ id, owner, text, dueOn, actorId }) => ({
          ...{ id, owner, text, dueOn, byName: owner === 'advisor' ? desk.nameOf(actorId) : '' },
        })),
      awaited: sources.approaches
        .list(caseId)
        .filter(isOnPaper)
        .flatMap((row) => {
          const reminder = reminderOnPaper(row, today);
          return reminder === null ? [] : [{ ...reminder, name: row.name }];
        })
        .toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      meetings: sources.appointments
        .list(caseId)
        .filter(({ presence, startsAt }) => presence === 'planned' && startsAt >= startOfToday(desk))
        .toReversed()
        .slice(0, MOST_MEETINGS)
        .map(({ id, startsAt, minutes, modality, purpose }) => ({ id, startsAt, minutes, modality, purpose })),
      phones: valueOf(facts, 'phones') ?? [],
      bestHours: valueOf(facts, 'bestHours'),
      precautions: valueOf(facts, 'precautions') ?? [],
      understanding: valueOf(facts, 'understanding') ?? [],
      supporters: (valueOf(facts, 'supporters') ?? []).map(({ agreedOn: _, ...supporter }) => supporter),
    };
  };
}
