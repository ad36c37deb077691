import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS } from '../../../shared/domain/note/note.ts';
import { fullMomentText, shortDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { linkText } from './note-words.ts';
import './note.css';

interface NoteListProps {
  readonly notes: readonly Note[];
  readonly onCorrect: (note: Note) => void;
  readonly onCopy: (note: Note) => void;
}

/** The validated notes, newest first: nothing in them changes any more. */
export function NoteList({ notes, onCorrect, onCopy }: NoteListProps) {
  const { t } = useTranslation();
  return (
    <section className="note-list" aria-labelledby="note-list-title">
      <h2 id="note-list-title" tabIndex={-1}>
        {t('note.validatedNotes')}
      </h2>
      {notes.length === 0 ? <p className="quiet">{t('note.none')}</p> : null}
      {notes.map((note) => (
        <ValidatedNote key={note.id} note={note} notes={notes} onCorrect={onCorrect} onCopy={onCopy} />
      ))}
    </section>
  );
}

interface ValidatedNoteProps extends Pick<NoteListProps, 'notes' | 'onCopy'> {
  readonly note: Note;
  /** Null where it is not corrected from here. */
  readonly onCorrect: ((note: Note) => void) | null;
}

export function ValidatedNote({ note, notes, onCorrect, onCopy }: ValidatedNoteProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const dayOf = (id: string): string | null => {
    const found = notes.find((other) => other.id === id);
    return found === undefined ? null : shortDayText(found.on, now, i18n.language);
  };
  const correctedBy = note.correctedBy === null ? null : dayOf(note.correctedBy);
  const corrects = note.corrects === null ? null : dayOf(note.corrects);
  const day = shortDayText(note.on, now, i18n.language);
  return (
    <article className="note" data-corrected={note.correctedBy !== null} aria-label={t('note.of', { day })}>
      <header className="note-head">
        <h3>{t('note.of', { day })}</h3>
        <span className="quiet small">
          {t('note.validatedBy', {
            name: note.actorName,
            when: fullMomentText(note.validatedAt, localZone(), i18n.language),
            modality: t(`appointment.modalities.${note.modality}`),
          })}
        </span>
        {correctedBy === null ? null : (
          <span className="note-corrected">{t('note.correctedBy', { day: correctedBy })}</span>
        )}
        {corrects === null ? null : <span className="quiet small">{t('note.corrects', { day: corrects })}</span>}
      </header>
      <NoteSections note={note} />
      <footer className="note-actions">
        <Button size="small" onClick={() => onCopy(note)}>
          {t('note.copy')}
        </Button>
        {note.correctedBy === null && onCorrect !== null ? (
          <Button size="small" kind="quiet" onClick={() => onCorrect(note)}>
            {t('note.correct')}
          </Button>
        ) : null}
      </footer>
    </article>
  );
}

function NoteSections({ note }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  return NOTE_SECTIONS.map((section) => {
    const text = note.sections[section].trim();
    const links = note.links.filter((link) => link.section === section);
    if (text === '' && links.length === 0) return null;
    return (
      <div key={section} className="note-part">
        <h4 className="note-heading">{t(`note.sections.${section}`)}</h4>
        {text === '' ? null : <p className="note-words">{text}</p>}
        {links.length === 0 ? null : (
          <ul className="note-links">
            {links.map((link) => (
              <li key={link.id} className="chip">
                {linkText(t, link, now, i18n.language)}
              </li>
            ))}
          </ul>
        )}
      </div>
    );
  });
}
