/** Whose words a reading of the situation is: each has theirs, and neither is the other's summary. */
export const READING_BY = ['person', 'advisor'] as const;

/** A sentence or two: what one would say across a desk. */
export const READING_MAX_CHARACTERS = 300;
