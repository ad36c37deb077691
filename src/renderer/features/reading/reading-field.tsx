import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../../../shared/domain/reading/reading.schema.ts';
import { READING_MAX_CHARACTERS } from '../../../shared/domain/reading/reading.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { useBeforeLock } from '../../platform/before-lock.ts';
import { useToday } from '../../platform/today.ts';
import { useTextCheck } from '../../ui/text-check.tsx';

interface ReadingFieldProps {
  readonly label: string;
  /** What holds now; null where nothing was said yet. */
  readonly reading: Reading | null;
  /** False where it could not be kept: the words stay in the field. */
  readonly onKeep: (text: string) => Promise<boolean>;
}

/** One reading: kept when the field is left, by Ctrl+Enter, or when the step is. */
export function ReadingField({ label, reading, onKeep }: ReadingFieldProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const id = useId();
  const first = reading?.text ?? '';
  const [text, setText] = useState(first);
  const check = useTextCheck({ fieldId: id, text, maxLength: READING_MAX_CHARACTERS });
  /** What the field last started from: written elsewhere or undone, it starts again, unless something is being typed. */
  const [base, setBase] = useState({ revision: reading?.revision ?? 0, text: first });
  if ((reading?.revision ?? 0) !== base.revision) {
    setBase({ revision: reading?.revision ?? 0, text: first });
    if (text.trim() === base.text) setText(first);
  }
  /** The last words sent: leaving the field and the step at once asks once. */
  const sent = useRef(first);
  useEffect(() => {
    sent.current = first;
  }, [first]);
  const keep = useCallback(async (): Promise<void> => {
    const said = text.trim();
    if (said === sent.current) return;
    const before = sent.current;
    sent.current = said;
    if (!(await onKeep(said))) sent.current = before;
  }, [text, onKeep]);
  useBeforeLock(keep);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  }, [keep]);
  useEffect(() => () => void latest.current(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    void keep();
  };
  return (
    <div className="reading">
      <div className="reading-head">
        <label className="reading-label" htmlFor={id}>
          {label}
        </label>
        {reading === null ? null : (
          <span className="reading-day">
            {t('reading.saidOn', { day: shortDayText(reading.on, today, i18n.language) })}
          </span>
        )}
      </div>
      <textarea
        id={id}
        className="reading-text"
        rows={2}
        maxLength={READING_MAX_CHARACTERS}
        value={text}
        aria-describedby={check.describedBy}
        // A line end would make two sentences of a form of it.
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/[\r\n]+/g, ' '))}
        onKeyDown={onKeyDown}
        onBlur={() => void keep()}
      />
      {check.line}
    </div>
  );
}
