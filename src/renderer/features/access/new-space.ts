/** What is asked to create a space, and what is wrong with it before it is sent. */
export interface SpaceForm {
  readonly name: string;
  readonly agency: string;
  readonly passphrase: string;
  readonly repeated: string;
}

export const EMPTY_SPACE: SpaceForm = { name: '', agency: '', passphrase: '', repeated: '' };
export const SPACE_FIELDS = [
  'name',
  'agency',
  'passphrase',
  'repeated',
] as const satisfies readonly (keyof SpaceForm)[];
export type SpaceField = (typeof SPACE_FIELDS)[number];

/** As `newPassphraseSchema` counts them. */
export const LEAST_PASSPHRASE_CHARACTERS = 10;

export type SpaceProblem = 'missing' | 'tooShort' | 'different';

/** By field, what is wrong; a field that is right is not there. */
export function spaceProblems(form: SpaceForm): Partial<Record<SpaceField, SpaceProblem>> {
  const problems: Partial<Record<SpaceField, SpaceProblem>> = {};
  if (form.name.trim() === '') problems.name = 'missing';
  if (form.agency.trim() === '') problems.agency = 'missing';
  if (form.passphrase.length < LEAST_PASSPHRASE_CHARACTERS) problems.passphrase = 'tooShort';
  else if (form.passphrase !== form.repeated) problems.repeated = 'different';
  return problems;
}
