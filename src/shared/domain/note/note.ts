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

/** Versions of a draft that are kept. */
export const DRAFT_VERSIONS_KEPT = 20;
