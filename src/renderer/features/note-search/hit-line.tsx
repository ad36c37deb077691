import { useTranslation } from 'react-i18next';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import type { NoteHit } from '../../../shared/domain/note/note-search.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useToday } from '../../platform/today.ts';

interface HitLineProps {
  readonly id: string;
  readonly hit: NoteHit;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** A note that was found: whose, of when, and the words around what was searched for. */
export function HitLine({ id, hit, isCurrent, onPoint, onChoose }: HitLineProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  return (
    <div
      id={id}
      className="note-hit"
      role="option"
      aria-selected={isCurrent}
      onMouseMove={onPoint}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <p className="note-hit-head">
        <b>{spokenName(hit)}</b>
        <span className="quiet">
          {shortDayText(hit.day, today, i18n.language)}
          {hit.template === 'follow-up' ? null : `, ${t(`note.templates.${hit.template}`)}`}
        </span>
      </p>
      <p className="note-hit-words">
        {hit.parts.map(({ text, isMatch }, index) =>
          isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
    </div>
  );
}
