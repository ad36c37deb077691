/** One line, and not a second file. */
export const PRIVATE_LINE_MAX_CHARACTERS = 200;

/** Time enough to prepare the next meeting; beyond, it would be a file that the person does not know of. */
export const PRIVATE_LINE_DAYS = 30;
