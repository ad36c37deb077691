/** A person looks for up to five things at a time; engines read one at a time. */
export const PROJECT_COUNT = 5;

/**
 * Why a file is closed, in the order in which they are offered: a list of ours, which says nothing of the person that they
 * would not say.
 */
export const CLOSING_REASONS = [
  'project-reached',
  'agreed-by-both',
  'person-request',
  'moved',
  'other-organisation',
  'retirement',
  'no-news',
  'mistake',
] as const;

/** Tags that one file may wear: beyond, they say nothing any more. */
export const MOST_TAGS = 12;

/** A name as the application says it: first name, then last name. */
export function spokenName({ first, last }: { readonly first: string; readonly last: string }): string {
  return last === '' ? first : `${first} ${last}`;
}
