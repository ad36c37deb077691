import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { headingOf } from '../../../shared/domain/note/note-template.rules.ts';
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
  readonly onPrint: (note: Note) => void;
  readonly onWithdraw: (note: Note) => void;
  /** Whoever is at the keyboard: they take back their own notes alone. */
  readonly accountId: string | null;
}

/** The validated notes, newest first: nothing in them changes any more. */
export function NoteList({ notes, accountId, onCorrect, onWithdraw, ...acts }: NoteListProps) {
  const { t } = useTranslation();
  return (
    <section className="note-list" aria-labelledby="note-list-title">
      <h2 id="note-list-title" tabIndex={-1}>
        {t('note.validatedNotes')}
      </h2>
      {notes.length === 0 ? <p className="quiet">{t('note.none')}</p> : null}
      {notes.map((note) =>
        note.withdrawn === null ? (
          <ValidatedNote
            key={note.id}
            {...{ note, notes, ...acts }}
            onCorrect={onCorrect}
            onWithdraw={note.actorId === accountId ? onWithdraw : null}
          />
        ) : (
          <WithdrawnNote key={note.id} note={note} />
        ),
      )}
    </section>
  );
}

interface ValidatedNoteProps extends Pick<NoteListProps, 'notes' | 'onCopy'> {
  readonly note: Note;
  /** Null where it is not corrected, printed or taken back from here. */
  readonly onCorrect: ((note: Note) => void) | null;
  readonly onPrint: ((note: Note) => void) | null;
  readonly onWithdraw: ((note: Note) => void) | null;
}

export function ValidatedNote({ note, notes, onCorrect, onCopy, onPrint, onWithdraw }: ValidatedNoteProps) {
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
        {note.template === 'follow-up' ? null : <span>{t(`note.templates.${note.template}`)}</span>}
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
        {note.why === '' ? null : <span className="quiet small">{t('note.correctedWhy', { why: note.why })}</span>}
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
        {onPrint === null ? null : (
          <Button size="small" kind="quiet" onClick={() => onPrint(note)}>
            {t('note.print')}
          </Button>
        )}
        {onWithdraw === null ? null : (
          <Button size="small" kind="quiet" onClick={() => onWithdraw(note)}>
            {t('note.withdraw')}
          </Button>
        )}
      </footer>
    </article>
  );
}

/** It stays in the file as it was; what it says is one gesture further, with why it was taken back. */
function WithdrawnNote({ note }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const day = shortDayText(note.on, now, i18n.language);
  if (note.withdrawn === null) return null;
  const when = fullMomentText(note.withdrawn.at, localZone(), i18n.language);
  return (
    <article className="note" data-withdrawn="true" aria-label={t('note.withdrawnOf', { day })}>
      <header className="note-head">
        <h3>{t('note.withdrawnOf', { day })}</h3>
        <span className="quiet small">{t('note.withdrawnBy', { name: note.actorName, when })}</span>
      </header>
      <p>{note.withdrawn.why}</p>
      <details>
        <summary>{t('note.withdrawnRead')}</summary>
        <NoteSections note={note} />
      </details>
    </article>
  );
}

function NoteSections({ note }: { readonly note: Note }) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  return NOTE_SECTIONS.map((section) => {
    const text = note.sections[section].trim();
    const links = note.links.filter((link) => link.section === section);
    const notHeld = section === 'object' ? note.notHeld : null;
    if (text === '' && links.length === 0 && notHeld === null) return null;
    return (
      <div key={section} className="note-part">
        <h4 className="note-heading">{t(`note.sections.${headingOf(note.template, section)}`)}</h4>
        {notHeld === null ? null : <p>{t(`note.notHeld.${notHeld}`)}</p>}
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
