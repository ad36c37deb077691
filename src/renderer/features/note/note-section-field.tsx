import { type Ref, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrozenLink, NoteLink } from '../../../shared/domain/note/note.schema.ts';
import type { NoteSection } from '../../../shared/domain/note/note.ts';
import { useToday } from '../../platform/today.ts';
import { ChipSet } from '../../ui/chip-set.tsx';
import { useTextCheck } from '../../ui/text-check.tsx';
import { isSameLink, linkText } from './note-words.ts';

interface NoteSectionFieldProps {
  readonly section: NoteSection;
  /** What the section is called in the template of the note. */
  readonly heading: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
  /** What may be pointed to from here; only what was retained or agreed on (R10). */
  readonly linkable: readonly FrozenLink[];
  readonly links: readonly NoteLink[];
  readonly onLinks: (links: readonly NoteLink[]) => void;
  readonly inputRef: Ref<HTMLTextAreaElement> | null;
  readonly isReadOnly: boolean;
  /** Takes what tells the words of the field that are to be read again; the function returned takes it back. */
  readonly onReader: (section: NoteSection, read: () => Promise<readonly string[]>) => () => void;
}

const MAX_TYPED = 4000;

/** One heading of the note: free text, and under it what can be pointed to. */
export function NoteSectionField(props: NoteSectionFieldProps) {
  const { section, heading, text, onWrite, linkable, links, onLinks, inputRef, isReadOnly, onReader } = props;
  const { t, i18n } = useTranslation();
  const id = useId();
  const now = useToday();
  const check = useTextCheck({ fieldId: id, text, maxLength: MAX_TYPED, isOff: isReadOnly });
  const { toRead } = check;
  useEffect(() => onReader(section, toRead));
  const here = (link: NoteLink): boolean => linkable.some((each) => isSameLink(each, link));
  const onChips = (chosen: readonly string[]): void => {
    const kept = linkable
      .filter(({ id: linked }) => chosen.includes(linked))
      .map(({ kind, id: linked }) => ({ kind, id: linked }));
    onLinks([...links.filter((link) => !here(link)), ...kept]);
  };
  return (
    <div className="note-section">
      <label className="note-heading" htmlFor={id}>
        {heading}
      </label>
      <textarea
        ref={inputRef}
        id={id}
        className="note-text"
        rows={1}
        readOnly={isReadOnly}
        maxLength={MAX_TYPED}
        value={text}
        aria-describedby={check.describedBy}
        onFocus={(event) => goOnAfter(event.currentTarget)}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      {check.line}
      {linkable.length === 0 ? null : (
        <ChipSet
          label={t('note.linksOf', { section: heading })}
          choices={linkable.map((link) => ({ value: link.id, label: linkText(t, link, now, i18n.language) }))}
          chosen={links.filter(here).map(({ id: linked }) => linked)}
          onChange={onChips}
        />
      )}
    </div>
  );
}

/** Reached by a key, what is filled in is gone on with after its end; a pointer puts the caret where it presses. */
function goOnAfter(field: HTMLTextAreaElement): void {
  if (field.selectionStart === 0 && field.selectionEnd === 0)
    field.setSelectionRange(field.value.length, field.value.length);
}
