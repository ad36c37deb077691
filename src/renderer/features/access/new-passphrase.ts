/** A new passphrase typed twice, and what is wrong with it before it is sent. */
import { LEAST_PASSPHRASE_CHARACTERS } from './new-space.ts';

export interface NewPassphrase {
  readonly next: string;
  readonly repeated: string;
}

export const NO_PASSPHRASE: NewPassphrase = { next: '', repeated: '' };

export type NewPassphraseProblem = 'tooShort' | 'unchanged' | 'different';

/** By field; `current` is the passphrase it replaces, where it is known. */
export function newPassphraseProblems(
  { next, repeated }: NewPassphrase,
  current: string | null,
): Partial<Record<keyof NewPassphrase, NewPassphraseProblem>> {
  if (next.length < LEAST_PASSPHRASE_CHARACTERS) return { next: 'tooShort' };
  if (next === current) return { next: 'unchanged' };
  return next === repeated ? {} : { repeated: 'different' };
}
