/** What to ask of what is known: what is missing for a first meeting, what has been true for long. No count of either. */
import type { Facts, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import { daysBetween, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { type BlockName, SITUATION_BLOCKS } from './situation-blocks.ts';

/**
 * A first meeting lasts eight minutes on these: how to reach the person, the project, what they can do, the conditions
 * and the dates, then one subject. The rest comes with the next ones.
 */
const FIRST_BLOCKS = [
  'identity',
  'project',
  'skills',
  'conditions',
  'dates',
  'subjects',
] as const satisfies readonly BlockName[];
export type FirstBlock = (typeof FIRST_BLOCKS)[number];

/** What makes a block begun: a date that opening the file already gave is not one. */
const TELLING: Partial<Record<FirstBlock, readonly FieldName[]>> = {
  identity: ['phones', 'email', 'bestHours'],
  project: ['project1.occupation'],
  dates: ['registeredOn', 'allowanceEnds', 'contractOn', 'rightToWorkCheckBy'],
};

/** The blocks to ask first of which nothing is known yet, in the order of a first meeting. */
export function blocksToAskFirst(facts: Facts): readonly FirstBlock[] {
  return FIRST_BLOCKS.filter((name) => {
    const fields = TELLING[name] ?? SITUATION_BLOCKS.find((block) => block.name === name)?.fields ?? [];
    return !fields.some((field) => isTold(facts, field));
  });
}

function isTold(facts: Facts, field: FieldName): boolean {
  const value = valueOf(facts, field);
  if (value === null) return false;
  const isSubject = typeof value === 'object' && 'state' in value;
  return !(isSubject && value.state === 'not-discussed');
}

/** A month: younger, it was said the other day and asking again is a nuisance. */
const OLD_AFTER_DAYS = 30;
const MOST_TO_CONFIRM = 3;

/**
 * Facts that do not wear out (a name, a diploma, a date that passed), that have an end of their own, that are folded away
 * or spoken of at the right moment only: nobody is asked "still true?" of them on the first screen.
 */
const NEVER_CONFIRMED = new Set<FieldName>([
  ...(['name', 'civilName', 'civility', 'birthDate', 'address', 'lastJobs', 'proudOf', 'credentials'] as const),
  ...(['registeredOn', 'contractOn', 'rightToWorkCheckBy', 'supportMode', 'supportSince'] as const),
  ...(['searchSince', 'searchChannels', 'interviews'] as const),
]);

function isConfirmable(field: FieldName): boolean {
  return !NEVER_CONFIRMED.has(field) && !field.startsWith('subject');
}

/** The three facts said longest ago, oldest first. */
export function factsToConfirm(facts: Facts, today: string): readonly FieldName[] {
  return Object.entries(facts)
    .filter(([field, { value, saidOn }]) => {
      const isOld = daysBetween(saidOn as LocalDate, today as LocalDate) >= OLD_AFTER_DAYS;
      return value !== null && isOld && isConfirmable(field as FieldName);
    })
    .sort(([, a], [, b]) => (a.saidOn < b.saidOn ? -1 : a.saidOn > b.saidOn ? 1 : 0))
    .slice(0, MOST_TO_CONFIRM)
    .map(([field]) => field as FieldName);
}
