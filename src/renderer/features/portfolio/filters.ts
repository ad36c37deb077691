/** What the filters of the portfolio are, and what each keeps. */
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { NO_FILTERS } from '../../../shared/domain/case-file/usual-view.ts';
import { daysBetween, type LocalDate } from '../../../shared/kernel/local-date.ts';
import type { restOfWeek } from './people.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

export type QuickFilter = NonNullable<PortfolioFilters['quick']>;
export type LastContactFilter = PortfolioFilters['lastContact'];
export type AppointmentFilter = PortfolioFilters['appointment'];
export type PlaceFilter = NonNullable<PortfolioFilters['place']>;

/** Those that may be taken away one by one, in the order they are shown. */
export const FILTER_NAMES = [
  'quick',
  'occupation',
  'place',
  'modality',
  'tagIds',
  'lastContact',
  'appointment',
] as const satisfies readonly (keyof PortfolioFilters)[];
export type FilterName = (typeof FILTER_NAMES)[number];

export function isFilterOn(filters: PortfolioFilters, name: FilterName): boolean {
  return name === 'tagIds' ? filters.tagIds.length > 0 : filters[name] !== NO_FILTERS[name];
}

export function isAnyFilterOn(filters: PortfolioFilters): boolean {
  return FILTER_NAMES.some((name) => isFilterOn(filters, name));
}

export function without(filters: PortfolioFilters, name: FilterName): PortfolioFilters {
  return { ...filters, [name]: NO_FILTERS[name] };
}

/** Days that filters count from: today, and the end of its week. */
export interface FilterDays {
  readonly today: string;
  readonly week: ReturnType<typeof restOfWeek>;
}

const DAY_MS = 86_400_000;
const TWO_WEEKS_MS = 14 * DAY_MS;
const LAST_CONTACT_DAYS = { week: 7, month: 31, quarter: 92 } as const;

const isOpen = ({ closedOn }: PortfolioRow): boolean => closedOn === null;

/** Files that are closed, and those that are archived, are by themselves: one asks for them. */
export function isOnShelf(row: PortfolioRow, quick: QuickFilter | null): boolean {
  if (quick === 'archived') return row.archivedOn !== null;
  if (quick === 'closed') return row.closedOn !== null && row.archivedOn === null;
  return isOpen(row);
}

const QUICK: Readonly<Record<QuickFilter, (row: PortfolioRow, days: FilterDays) => boolean>> = {
  overdue: ({ overdueDays }) => overdueDays !== null,
  thisWeek: ({ nextAppointmentAt: at }, { week }) => at !== null && at >= week.from && at < week.to,
  promised: ({ promise }) => promise !== null,
  awaited: ({ deadlines }) => deadlines.some(({ kind }) => kind === 'answer' || kind === 'call-back'),
  expiring: ({ deadlines }) => deadlines.length > 0,
  closed: () => true,
  archived: () => true,
};

export function isQuick(row: PortfolioRow, quick: QuickFilter | null, days: FilterDays): boolean {
  return isOnShelf(row, quick) && (quick === null || QUICK[quick](row, days));
}

export function isLastContact(row: PortfolioRow, asked: LastContactFilter, { today }: FilterDays): boolean {
  if (asked === 'any') return true;
  if (asked === 'never' || row.lastContactOn === null) return asked === 'never' && row.lastContactOn === null;
  const days = daysBetween(row.lastContactOn as LocalDate, today as LocalDate);
  return asked === 'older' ? days >= LAST_CONTACT_DAYS.quarter : days < LAST_CONTACT_DAYS[asked];
}

export function isAppointment(
  { nextAppointmentAt: at }: PortfolioRow,
  asked: AppointmentFilter,
  { week }: FilterDays,
): boolean {
  if (asked === 'any') return true;
  if (asked === 'none' || at === null) return asked === 'none' && at === null;
  if (asked === 'this-week') return at >= week.from && at < week.to;
  const end = week.to + TWO_WEEKS_MS;
  return asked === 'next-two-weeks' ? at >= week.to && at < end : at >= end;
}

/** The département of a commune: its first two characters, three overseas. */
export function departementOf(communeCode: string): string {
  return communeCode.slice(0, communeCode.startsWith('97') || communeCode.startsWith('98') ? 3 : 2);
}

export function isPlace({ placeCode }: PortfolioRow, asked: PlaceFilter | null): boolean {
  if (asked === null) return true;
  if (placeCode === null) return false;
  return asked.kind === 'commune' ? placeCode === asked.code : departementOf(placeCode) === asked.code;
}

/** Each filter by itself: whether it keeps a file. */
export const KEEPS: Readonly<
  Record<FilterName, (row: PortfolioRow, filters: PortfolioFilters, days: FilterDays) => boolean>
> = {
  quick: (row, { quick }, days) => isQuick(row, quick, days),
  occupation: ({ occupationRome }, { occupation }) => occupation === null || occupationRome === occupation,
  place: (row, { place }) => isPlace(row, place),
  modality: ({ supportMode }, { modality }) => modality === null || supportMode === modality,
  tagIds: ({ tagIds }, asked) => asked.tagIds.every((tagId) => tagIds.includes(tagId)),
  lastContact: (row, { lastContact }, days) => isLastContact(row, lastContact, days),
  appointment: (row, { appointment }, days) => isAppointment(row, appointment, days),
};
