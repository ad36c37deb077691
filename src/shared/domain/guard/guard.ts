/** What a note is not for: the families of words that are marked, from the law and from the advice of the CNIL on free text. */
export const GUARD_FAMILIES = [
  'health',
  'religion',
  'union',
  'politics',
  'origin',
  'sexuality',
  'offences',
  'family-judgement',
  'insult',
  'suspicion',
] as const;
export type GuardFamily = (typeof GUARD_FAMILIES)[number];

/** Longer than any field of the application: what is checked is always a whole field. */
export const CHECKED_MAX_CHARACTERS = 10_000;
