import { jobProjectOf, valueOf } from '../../shared/domain/case-file/case-file.rules.ts';
import type { Deadline, PortfolioRow } from '../../shared/domain/case-file/case-file.schema.ts';
import { COPY, deadlinesOf } from '../../shared/domain/case-file/deadlines.rules.ts';
import { nextExpiry, overdueDays, rhythmDays } from '../../shared/domain/case-file/portfolio.rules.ts';
import type { PortfolioSource } from './portfolio.repository.ts';

/** Whose list it is. */
interface Asker {
  readonly accountId: string;
  readonly nameOf: (accountId: string) => string;
}

/** One line of the portfolio, as the rules read what the store has of a file. */
export function toPortfolioRow(
  source: PortfolioSource,
  { today, dayOf, ...asker }: Asker & { readonly today: string; readonly dayOf: (instant: number) => string },
): PortfolioRow {
  const { facts, closedOn, lastContactOn, nextAppointmentAt } = source;
  const name = valueOf(facts, 'name') ?? { first: '', last: '' };
  const project = jobProjectOf(facts);
  const supportMode = valueOf(facts, 'supportMode');
  const createdOn = dayOf(source.createdAt);
  const deadlines = deadlinesOf(facts, today, [...source.reminders, ...contractOf(source)]);
  return {
    id: source.id,
    first: name.first,
    last: name.last,
    birthDate: valueOf(facts, 'birthDate'),
    project: project.occupation?.title ?? null,
    occupationRome: project.occupation?.rome ?? null,
    place: project.place?.name ?? null,
    placeCode: project.place?.communeCode ?? null,
    reach: project.reach,
    travel: project.travel,
    supportMode,
    createdOn,
    lastContactOn,
    rhythmDays: rhythmDays(supportMode),
    overdueDays: overdueDays({
      supportMode,
      lastContactOn,
      createdOn,
      hasNextAppointment: nextAppointmentAt !== null,
      isClosed: closedOn !== null,
      today,
    }),
    nextAppointmentAt,
    openActions: source.openActions,
    promise: source.promise,
    expiry: nextExpiry(deadlines),
    deadlines,
    tagIds: source.tagIds,
    retained: source.retained,
    isComputingOff: source.isComputingOff,
    closedOn,
    archivedOn: source.archivedOn,
    ...sharedWith(source, today, asker),
  };
}

/** With whom the file is shared today: whom one stands in for, or who stands in. */
function sharedWith(
  { advisorId, standInId, standInUntil: until }: PortfolioSource,
  today: string,
  { accountId, nameOf }: Asker,
): Pick<PortfolioRow, 'standsInFor' | 'standIn'> {
  if (advisorId !== accountId)
    return { standsInFor: { name: nameOf(advisorId), until: until ?? today }, standIn: null };
  if (standInId === null || until === null || until < today) return { standsInFor: null, standIn: null };
  return { standsInFor: null, standIn: { name: nameOf(standInId), until } };
}

function contractOf({ contractEnds }: PortfolioSource): readonly Deadline[] {
  return contractEnds === null ? [] : [{ kind: 'contract', label: COPY, on: contractEnds }];
}
