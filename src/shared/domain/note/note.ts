/** The headings of an appointment note, in their order. */
export const NOTE_SECTIONS = [
  'object',
  'sinceLastTime',
  'personSays',
  'decided',
  'advisorDoes',
  'nextAppointment',
  'personAdds',
] as const;
export type NoteSection = (typeof NOTE_SECTIONS)[number];

/** What a note is of: each has its headings. Six, no more. */
export const NOTE_TEMPLATES = ['first', 'follow-up', 'brief', 'not-held', 'closing', 'employer'] as const;
export type NoteTemplate = (typeof NOTE_TEMPLATES)[number];

/** By whom a meeting was not held, as its presence says it: no cause is written. */
export const NOT_HELD_BY = ['missed', 'excused', 'cancelled-by-person', 'cancelled-by-us'] as const;
export type NotHeldBy = (typeof NOT_HELD_BY)[number];

/** Why a note is corrected or withdrawn: one sentence. */
export const NOTE_WHY_MAX_CHARACTERS = 160;

/** Free text of a note, all sections together: short notes are read, long ones collect what they should not. */
export const NOTE_MAX_CHARACTERS = 1000;

/** Text under one heading: longer than a valid note, so that a draft can be kept before it is shortened. */
export const SECTION_MAX_CHARACTERS = 4000;

/** What one note may point to. */
export const NOTE_MAX_LINKS = 40;

/** Versions of a draft that are kept. */
export const DRAFT_VERSIONS_KEPT = 20;
