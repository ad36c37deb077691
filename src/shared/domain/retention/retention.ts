/** Why a file is erased: its time has come, the person asks, or it should never have been opened. */
export const ERASURE_WHYS = ['term', 'person-request', 'mistake'] as const;

/** What goes at one time: the words written about a person go first, the file with its decisions last. */
export const RETENTION_CLASSES = ['words', 'file'] as const;
