/** Why an employer is set aside, in the order in which it is offered. No health or family reason exists. */
export const SET_ASIDE_REASONS = [
  'not-wanted',
  'already-tried',
  'too-far',
  'hours',
  'work-conditions',
  'pay',
  'already-known',
  'wrong-data',
  'closed',
  'not-now',
  'other',
] as const;

/** As many reasons as a decision keeps. */
export const MAX_REASONS = 4;
