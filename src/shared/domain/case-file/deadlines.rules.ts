import { addDays, type LocalDate, monthsAfter } from '../../kernel/local-date.ts';
import { valueOf } from './case-file.rules.ts';
import type { Deadline, Facts } from './case-file.schema.ts';

/** How far ahead a deadline is told: time enough to book a session or a medical visit. A choice of ours. */
const WINDOW_DAYS = 90;

/** After how many months a contract of engagement is looked at again together: a choice of ours, no text is quoted. */
const CONTRACT_MONTHS = 12;

/** The label of a contract of which there is a copy: it is looked at with the plan. */
export const COPY = 'copy';

/**
 * What must be done before a date that comes within ninety days, the first first. What is past stays told until somebody
 * changes the fact: a permit that expired is still to be renewed.
 *
 * @param reminders what was asked of employers and what a copy of the contract says, beside what the facts say
 */
export function deadlinesOf(facts: Facts, today: string, reminders: readonly Deadline[] = []): readonly Deadline[] {
  const last = addDays(today as LocalDate, WINDOW_DAYS);
  // The end that is written in the contract is surer than a year counted from its day.
  const hasCopy = reminders.some(({ kind }) => kind === 'contract');
  return [...allDeadlines(facts).filter(({ kind }) => kind !== 'contract' || !hasCopy), ...reminders]
    .filter(({ on }) => on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function allDeadlines(facts: Facts): Deadline[] {
  const deadlines: Deadline[] = [];
  const add = (kind: Deadline['kind'], label: string, on: string | null): void => {
    if (on !== null) deadlines.push({ kind, label, on });
  };
  for (const { label, expiresOn } of valueOf(facts, 'credentials') ?? []) add('credential', label, expiresOn);
  add('right-to-work', '', valueOf(facts, 'rightToWorkCheckBy'));
  const month = valueOf(facts, 'allowanceEnds');
  add('allowance', '', month === null ? null : lastDayOf(month));
  const contractOn = valueOf(facts, 'contractOn');
  add('contract', '', contractOn === null ? null : monthsAfter(contractOn, CONTRACT_MONTHS));
  // Which condition, never the value that the person gave: a list is no place for it.
  for (const { kind, until } of valueOf(facts, 'conditions') ?? []) add('condition', kind, until);
  return deadlines;
}

/** The last day of a month written `YYYY-MM`. */
function lastDayOf(month: string): LocalDate {
  return addDays(monthsAfter(`${month}-01`, 1), -1);
}
