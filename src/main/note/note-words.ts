import { frenchDay, frenchMoment } from '../../shared/kernel/french-day.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { Contact } from '../../shared/domain/contact/contact.schema.ts';
import type { ActionState } from '../../shared/domain/action/action.schema.ts';
import type { FrozenLink } from '../../shared/domain/note/note.schema.ts';
import { headingOf, type NoteHeading } from '../../shared/domain/note/note-template.rules.ts';
import { NOTE_SECTIONS, type NoteSection, type NoteTemplate, type NotHeldBy } from '../../shared/domain/note/note.ts';

/**
 * A note is a French document whatever the language of the screen: the person and the official software read it. These
 * are the words that the core itself writes in one.
 */
const HEADINGS: Readonly<Record<NoteHeading, string>> = {
  object: 'Objet, présents, modalité',
  sinceLastTime: 'Depuis la dernière fois',
  personSays: 'Ce que dit la personne',
  decided: 'Ce que nous avons décidé',
  advisorDoes: 'Ce que je fais de mon côté',
  nextAppointment: 'Prochain rendez-vous',
  personAdds: 'Ce que la personne souhaite ajouter',
  briefObject: 'Échange, modalité',
  briefSays: 'Ce qui s’est dit',
  notHeldObject: 'Rendez-vous non tenu',
  closingObject: 'Fin de l’accompagnement',
  closingSince: 'Ce qui a été fait',
  closingDecided: 'Ce qui continue, et avec qui',
  employerObject: 'Entreprise, interlocuteur, modalité',
  employerSays: 'Ce que dit l’entreprise',
  employerDecided: 'Ce qui est convenu',
  employerNext: 'Prochain échange',
};

export function noteHeadings(template: NoteTemplate): Readonly<Record<NoteSection, string>> {
  return Object.fromEntries(
    NOTE_SECTIONS.map((section) => [section, HEADINGS[headingOf(template, section)]]),
  ) as Record<NoteSection, string>;
}

/** By whom a meeting was not held, without a cause. */
export const NOT_HELD_WORDS: Readonly<Record<NotHeldBy, string>> = {
  missed: 'Absence',
  excused: 'Absence prévenue',
  'cancelled-by-person': 'Annulé par la personne',
  'cancelled-by-us': 'Annulé par nous',
};

const MODALITY_WORDS: Readonly<Record<Appointment['modality'], string>> = {
  'on-site': 'à l’agence',
  telephone: 'par téléphone',
  video: 'en visio',
  home: 'à domicile',
  partner: 'chez un partenaire',
};

const STATE_WORDS: Readonly<Record<ActionState, string>> = {
  done: 'Fait',
  'in-progress': 'En cours',
  'not-yet': 'Pas encore',
  'no-longer-useful': 'N’est plus utile',
};

const OWNER_WORDS: Readonly<Record<NonNullable<FrozenLink['owner']>, string>> = {
  person: 'la personne',
  advisor: 'l’agence',
  partner: 'un partenaire',
};

/** "Point sur la recherche, à l’agence". */
export function objectWords({ purpose, modality }: Pick<Appointment, 'purpose' | 'modality'>): string {
  return [purpose, MODALITY_WORDS[modality]].filter((words) => words !== '').join(', ');
}

const CHANNEL_WORDS: Readonly<Record<Contact['channel'], string>> = {
  telephone: 'par téléphone',
  email: 'par courriel',
  'text-message': 'par SMS',
  'on-site': 'à l’agence',
  video: 'en visio',
  post: 'par courrier',
};

/** "Échange par téléphone": the line of the contact is told where it was written. */
export function contactWords({ channel }: Pick<Contact, 'channel'>): string {
  return `Échange ${CHANNEL_WORDS[channel]}`;
}

/** "Accompagnement terminé le jeudi 3 décembre 2026": why it ended is in the file. */
export function closingWords(closedOn: string): string {
  return `Accompagnement terminé le ${frenchDay(closedOn)}`;
}

/** "jeudi 3 décembre 2026 à 14 h 30, par téléphone". */
export function appointmentWords(
  { startsAt, modality }: Pick<Appointment, 'startsAt' | 'modality'>,
  timeZone: string,
): string {
  return `${frenchMoment(startsAt, timeZone)}, ${MODALITY_WORDS[modality]}`;
}

/** "Fait : rappeler le recruteur". */
export function stateWords(state: ActionState, text: string): string {
  return `${STATE_WORDS[state]} : ${text}`;
}

/** "Objectif : un poste de jour à moins de 20 minutes". */
export function objectiveWords(text: string): string {
  return `Objectif\u00a0: ${text}`;
}

/** "Maison Clerc, Metz" or "Envoyer la lettre (l’agence), avant le mercredi 2 décembre 2026". */
export function linkWords({ text, owner, dueOn }: Pick<FrozenLink, 'text' | 'owner' | 'dueOn'>): string {
  const who = owner === null ? '' : ` (${OWNER_WORDS[owner]})`;
  return `${text}${who}${dueOn === null ? '' : `, avant le ${frenchDay(dueOn)}`}`;
}
