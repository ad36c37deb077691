/** What a score is made of, in the order it is shown. */
export const FACTOR_NAMES = ['potential', 'distance', 'size'] as const;
export type FactorName = (typeof FACTOR_NAMES)[number];
