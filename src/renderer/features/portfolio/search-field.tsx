import { type KeyboardEvent, type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd.tsx';
import '../../ui/form.css';

interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Into the list, from the field. */
  readonly onDown: () => void;
  readonly onEnter: () => void;
  /** Escape: everybody again, and out of the field. */
  readonly onLeave: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Narrows the list to names, projects or places that have these words. */
export function SearchField({ text, onText, onDown, onEnter, onLeave, inputRef }: SearchFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: onDown,
      Enter: onEnter,
      Escape: onLeave,
    };
    const found = act[event.key];
    if (found === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    found();
  };
  return (
    <div className="portfolio-search" role="search">
      <label className="field-label" htmlFor={id}>
        {t('portfolio.search')}
      </label>
      <div className="field-box">
        <input
          ref={inputRef}
          id={id}
          className="field-input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {text === '' ? <Kbd>/</Kbd> : null}
      </div>
    </div>
  );
}
