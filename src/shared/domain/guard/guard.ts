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

/** Numbers that no note may hold: they open other files on the person, or their account. */
export const REFUSED_NUMBERS = ['social-security', 'payment-card'] as const;
export type RefusedNumber = (typeof REFUSED_NUMBERS)[number];

/** Longer than any field of the application: what is checked is always a whole field. */
export const CHECKED_MAX_CHARACTERS = 10_000;
