/** A person looks for up to five things at a time; engines read one at a time. */
export const PROJECT_COUNT = 5;

/** A name as the application says it: first name, then last name. */
export function spokenName({ first, last }: { readonly first: string; readonly last: string }): string {
  return last === '' ? first : `${first} ${last}`;
}
