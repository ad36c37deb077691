import { monthsAfter } from '../../kernel/local-date.ts';
import { fold } from '../../kernel/text.ts';

/** After these months what is known of a contact is to be checked; a choice of ours. */
const CHECKED_AFTER_MONTHS = 24;

/** After these months it is erased: nobody has said that it is still true. */
const KEPT_MONTHS = 36;

/** Whether people may have changed there since. */
export function isContactToCheck(knownOn: string, today: string): boolean {
  return monthsAfter(knownOn, CHECKED_AFTER_MONTHS) <= today;
}

/** The last day of learning whose contacts are past their term. */
export function lastForgottenDay(today: string): string {
  return monthsAfter(today, -KEPT_MONTHS);
}

/**
 * Whether a text names one of these people, first and last name, in any spelling: a contact is shown to whoever has the
 * same employer, for whom no jobseeker is to be read in it.
 */
export function namesSomeone(
  text: string,
  people: readonly { readonly first: string; readonly last: string }[],
): boolean {
  const said = ` ${fold(text)} `;
  const isSaid = (name: string): boolean => fold(name) !== '' && said.includes(` ${fold(name)} `);
  return people.some(({ first, last }) => isSaid(first) && isSaid(last));
}
