/** What is searched first: the newest notes, or those that say it best. */
export const NOTE_SEARCH_ORDERS = ['newest', 'best'] as const;
export type NoteSearchOrder = (typeof NOTE_SEARCH_ORDERS)[number];

export const NOTE_SEARCH_MAX_CHARACTERS = 200;
export const NOTE_SEARCH_MAX_HITS = 50;

/** Letters without which nothing is searched: one letter finds everybody. */
export const NOTE_SEARCH_MIN_LETTERS = 2;

/** Beyond this notes are no longer counted: a list that long is not read, and counting would be most of the wait. */
export const NOTE_SEARCH_MAX_COUNTED = 1000;
