import type { TFunction } from 'i18next';
import type { FrozenLink, NoteLink } from '../../../shared/domain/note/note.schema.ts';
import { onDayText } from '../../i18n/dates.ts';

export function isSameLink(one: NoteLink, other: NoteLink): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** A chip as it reads: the company, or what is to be done, by whom and by when. */
export function linkText(t: TFunction, link: FrozenLink, today: string, language: string): string {
  const { kind, text, owner, dueOn } = link;
  if (kind === 'decision') return text;
  const who =
    owner === null || owner === 'advisor' ? text : t('note.linkBy', { text, owner: t(`action.owners.${owner}`) });
  return dueOn === null ? who : t('note.linkDue', { text: who, day: onDayText(dueOn, today, language) });
}
