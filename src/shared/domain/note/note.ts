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

/** Free text of a note, all sections together: short notes are read, long ones collect what they should not. */
export const NOTE_MAX_CHARACTERS = 1000;

/** Text under one heading: longer than a valid note, so that a draft can be kept before it is shortened. */
export const SECTION_MAX_CHARACTERS = 4000;

/** What one note may point to. */
export const NOTE_MAX_LINKS = 40;

/** Versions of a draft that are kept. */
export const DRAFT_VERSIONS_KEPT = 20;
