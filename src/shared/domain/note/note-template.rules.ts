import { refilled } from './note.rules.ts';
import type { DraftBody, FrozenLink, NoteSections } from './note.schema.ts';
import { NOTE_SECTIONS, NOTE_TEMPLATES, type NoteSection, type NoteTemplate } from './note.ts';

/** The headings of each template, in their order. What the person wishes to add has a last line in all. */
export const TEMPLATE_SECTIONS: Readonly<Record<NoteTemplate, readonly NoteSection[]>> = {
  first: ['object', 'personSays', 'decided', 'advisorDoes', 'nextAppointment', 'personAdds'],
  'follow-up': NOTE_SECTIONS,
  brief: ['object', 'personSays', 'advisorDoes', 'nextAppointment', 'personAdds'],
  'not-held': ['object', 'advisorDoes', 'nextAppointment', 'personAdds'],
  closing: ['object', 'sinceLastTime', 'personSays', 'decided', 'advisorDoes', 'personAdds'],
  employer: ['object', 'personSays', 'decided', 'advisorDoes', 'nextAppointment', 'personAdds'],
};

/** What the headings of all templates are called: some say something else than in an appointment note. */
const OWN_HEADINGS = {
  first: {},
  'follow-up': {},
  brief: { object: 'briefObject', personSays: 'briefSays' },
  'not-held': { object: 'notHeldObject' },
  closing: { object: 'closingObject', sinceLastTime: 'closingSince', decided: 'closingDecided' },
  employer: {
    object: 'employerObject',
    personSays: 'employerSays',
    decided: 'employerDecided',
    nextAppointment: 'employerNext',
  },
} as const satisfies Readonly<Record<NoteTemplate, Partial<Record<NoteSection, string>>>>;

type ValuesOf<T> = T extends unknown ? T[keyof T] : never;
export type NoteHeading = NoteSection | ValuesOf<(typeof OWN_HEADINGS)[NoteTemplate]>;

export function headingOf(template: NoteTemplate, section: NoteSection): NoteHeading {
  const own: Partial<Record<NoteSection, NoteHeading>> = OWN_HEADINGS[template];
  return own[section] ?? section;
}

/** Whether the two exchanged where there is such a note: nobody did at a meeting not held, nor the person at a company. */
export function tellsOfExchange(template: NoteTemplate): boolean {
  return template !== 'not-held' && template !== 'employer';
}

/** A note as it would be filled in, in each template. */
export type FilledIn = Readonly<Record<NoteTemplate, DraftBody>>;

export function inEachTemplate<T>(make: (template: NoteTemplate) => T): Record<NoteTemplate, T> {
  return Object.fromEntries(NOTE_TEMPLATES.map((template) => [template, make(template)])) as Record<NoteTemplate, T>;
}

/** The headings to show: those of the template, and any other that holds something, so that nothing typed is out of sight. */
export function shownSections(
  { template, sections, links }: Pick<DraftBody, 'template' | 'sections' | 'links'>,
  linkable: readonly FrozenLink[],
): readonly NoteSection[] {
  const own = TEMPLATE_SECTIONS[template];
  const linked = new Set(
    linkable.filter(({ id }) => links.some((link) => link.id === id)).map(({ section }) => section as NoteSection),
  );
  return NOTE_SECTIONS.filter((name) => own.includes(name) || sections[name].trim() !== '' || linked.has(name));
}

/** What is filled in under the headings of a template, and nothing elsewhere. */
export function ofTemplate(template: NoteTemplate, sections: NoteSections): NoteSections {
  const own = TEMPLATE_SECTIONS[template];
  return Object.fromEntries(
    NOTE_SECTIONS.map((name) => [name, own.includes(name) ? sections[name] : '']),
  ) as NoteSections;
}

/**
 * The same note in another template: what was filled in and still reads so gives way to what the other one is filled in
 * with; what was typed or chosen stays.
 */
export function inTemplate(body: DraftBody, template: NoteTemplate, filledIn: FilledIn): DraftBody {
  const { sections, links, modality } = refilled(body, filledIn[body.template], filledIn[template]);
  return { ...body, template, sections, links, modality, notHeld: template === 'not-held' ? body.notHeld : null };
}

interface Known {
  /** A support that has ended, and of which nothing was written since. */
  readonly isToClose: boolean;
  readonly hasNotes: boolean;
  /** A meeting of today that is planned or held. */
  readonly meeting: { readonly isFirst: boolean } | null;
  /** A meeting of today that was not held. */
  readonly isOneNotHeld: boolean;
  /** The two exchanged today, without a meeting. */
  readonly hasContact: boolean;
}

/** The template to offer first. Which one a note has is said by whoever writes it. */
export function proposedTemplate({ isToClose, hasNotes, meeting, isOneNotHeld, hasContact }: Known): NoteTemplate {
  if (isToClose) return 'closing';
  if (meeting !== null) return meeting.isFirst || !hasNotes ? 'first' : 'follow-up';
  if (isOneNotHeld) return 'not-held';
  if (hasContact) return 'brief';
  return hasNotes ? 'follow-up' : 'first';
}
