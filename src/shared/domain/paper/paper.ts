/** What leaves a file, by what it is: the log of accesses says which. */
export const PAPER_KINDS = [
  'sheet',
  'situation',
  'employers',
  'argument',
  'explanation',
  'file',
  'note',
  'hand-over',
] as const;

/** How it leaves: on paper, as a page to keep, on a screen to photograph, or as data. */
export const MEDIA = ['paper', 'pdf', 'screen', 'data'] as const;
