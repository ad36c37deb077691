/** Which days of the agenda are looked at. */
import { addDays, type LocalDate, mondayOf } from '../../../shared/kernel/local-date.ts';
import { workingDayFrom } from '../../../shared/kernel/working-day.ts';
import type { DayView } from '../../platform/location.ts';

const WEEK = 7;
/** A list goes two weeks ahead. */
const LISTED_DAYS = 14;

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export function periodOf({ day, span }: DayView): Period {
  if (span === 'day') return { from: day, to: day };
  if (span === 'list') return { from: day, to: addDays(day, LISTED_DAYS - 1) };
  const monday = mondayOf(day);
  return { from: monday, to: addDays(monday, WEEK - 1) };
}

/** The day that one step goes to: days on which the agency is closed are stepped over. */
export function stepped({ day, span }: DayView, direction: -1 | 1): LocalDate {
  if (span === 'week') return addDays(mondayOf(day), direction * WEEK);
  if (span === 'list') return addDays(day, direction * LISTED_DAYS);
  return direction === 1 ? workingDayFrom(addDays(day, 1)) : workingDayBefore(day);
}

function workingDayBefore(day: LocalDate): LocalDate {
  const before = addDays(day, -1);
  return workingDayFrom(before) === before ? before : workingDayBefore(before);
}
