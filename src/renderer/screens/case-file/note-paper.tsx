import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { headingOf } from '../../../shared/domain/note/note-template.rules.ts';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { NOTE_SECTIONS } from '../../../shared/domain/note/note.ts';
import { nameOf } from '../../features/case-file/header-words.ts';
import { linkText } from '../../features/note/note-words.ts';
import { fullMomentText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { localZone, useToday } from '../../platform/today.ts';
import './case-paper.css';

interface NotePaperProps {
  readonly file: CaseFile;
  readonly note: Note;
}

/** A validated note on paper: what it says, who validated it and when. Nothing else of the file. */
export function NotePaper({ file, note }: NotePaperProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { language } = i18n;
  return createPortal(
    <div className="case-paper" aria-hidden="true">
      <h1>{nameOf(t, file)}</h1>
      <p className="case-paper-title">
        {t('paper.note', { template: t(`note.templates.${note.template}`), day: dayText(note.on, language) })}
      </p>
      {NOTE_SECTIONS.map((section) => {
        const text = note.sections[section].trim();
        const links = note.links.filter((link) => link.section === section);
        const notHeld = section === 'object' ? note.notHeld : null;
        if (text === '' && links.length === 0 && notHeld === null) return null;
        return (
          <section key={section}>
            <h2>{t(`note.sections.${headingOf(note.template, section)}`)}</h2>
            {notHeld === null ? null : <p>{t(`note.notHeld.${notHeld}`)}</p>}
            {text === '' ? null : <p className="case-paper-words">{text}</p>}
            {links.length === 0 ? null : (
              <ul>
                {links.map((link) => (
                  <li key={link.id}>{linkText(t, link, now, language)}</li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
      <p className="case-paper-foot">
        {t('note.validatedBy', {
          name: note.actorName,
          when: fullMomentText(note.validatedAt, localZone(), language),
          modality: t(`appointment.modalities.${note.modality}`),
        })}
      </p>
    </div>,
    document.body,
  );
}
