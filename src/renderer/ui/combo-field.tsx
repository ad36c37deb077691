import { Popover } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import './combo-field.css';
import { Kbd } from './kbd.tsx';

export interface ComboOption<T> {
  readonly key: string;
  readonly value: T;
  readonly title: string;
  readonly detail: string | null;
}

/** Why nothing can be looked up, and where that is mended: what Enter does then. */
export interface ComboFailure {
  readonly text: string;
  readonly way: { readonly label: string; readonly run: () => void } | null;
}

interface ComboFieldProps<T> {
  readonly label: string;
  readonly placeholder: string;
  /** Its key, shown in the field; null where it has none. */
  readonly shortcut: string | null;
  /** What is chosen, as text; the field falls back on it when left. */
  readonly chosen: string;
  /** A quiet word after it, such as a code. */
  readonly chosenDetail: string;
  /** Null while the answer to the text typed is not there yet. */
  readonly options: readonly ComboOption<T>[] | null;
  /** Null while looking up works. */
  readonly failure: ComboFailure | null;
  readonly emptyText: string;
  readonly loadingText: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly onChoose: (value: T) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** A text field with a list of answers: the ARIA "combobox with list autocomplete" pattern, first answer ready for Enter. */
export function ComboField<T>(props: ComboFieldProps<T>) {
  const { label, placeholder, shortcut, chosen, options, failure, emptyText, loadingText, text, inputRef } = props;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const [cursor, setCursor] = useState(0);
  // The answers closed by Escape: what was chosen is back in the field, selected, so that typing replaces it.
  const selectsAgain = useRef(false);
  useLayoutEffect(() => {
    if (selectsAgain.current && !isEditing) inputRef.current?.select();
    selectsAgain.current = false;
  }, [isEditing, inputRef]);
  const hasText = text.trim() !== '';
  const isShown = isOpen && hasText;
  const at = Math.min(cursor, Math.max(0, (options?.length ?? 0) - 1));
  const optionId = (index: number): string => `${id}-option-${index}`;

  const choose = (option: ComboOption<T> | undefined): void => {
    if (option === undefined) return;
    setIsOpen(false);
    setIsEditing(false);
    props.onChoose(option.value);
  };
  const way = failure?.way ?? null;
  const takeWay = (): void => {
    if (way === null) return;
    leave();
    way.run();
  };
  const leave = (): void => {
    setIsOpen(false);
    setIsEditing(false);
    props.onTextChange('');
  };
  const type = (next: string): void => {
    setIsEditing(true);
    setIsOpen(true);
    setCursor(0);
    props.onTextChange(next);
  };
  const move = (delta: number): void => {
    const count = options?.length ?? 0;
    setIsOpen(true);
    if (count > 0) setCursor((at + delta + count) % count);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // While nothing is being typed there is no list here: the arrows are the screen's.
      if (!isEditing) return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isShown) {
      event.preventDefault();
      if (way === null) choose(options?.[at]);
      else takeWay();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (isShown) {
        selectsAgain.current = true;
        leave();
      } else event.currentTarget.blur();
    }
  };

  return (
    <div className="combo">
      <label className="combo-label" htmlFor={id}>
        {label}
      </label>
      <Popover opened={isShown} position="bottom-start" width="target" offset={6} withRoles={false}>
        <Popover.Target>
          <div className="combo-box">
            <input
              ref={inputRef}
              id={id}
              className="combo-input"
              type="text"
              role="combobox"
              autoComplete="off"
              spellCheck={false}
              aria-autocomplete="list"
              aria-expanded={isShown}
              aria-controls={isShown ? `${id}-list` : undefined}
              aria-activedescendant={
                isShown && (way !== null || options?.[at] !== undefined) ? optionId(at) : undefined
              }
              placeholder={placeholder}
              value={isEditing ? text : chosen}
              onChange={(event) => type(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              onBlur={leave}
              onKeyDown={onKeyDown}
            />
            <span className="combo-hint">
              {isEditing ? null : <span className="combo-option-detail">{props.chosenDetail}</span>}
              {shortcut === null ? null : <Kbd>{shortcut}</Kbd>}
            </span>
          </div>
        </Popover.Target>
        <Popover.Dropdown
          className="layer"
          role="region"
          aria-label={label}
          onMouseDown={(event) => event.preventDefault()}
        >
          {failure === null ? null : (
            <div className="combo-note" role="status">
              {failure.text}
            </div>
          )}
          <div className="combo-list" id={`${id}-list`} role="listbox" aria-label={label}>
            {way === null ? null : (
              <div id={optionId(0)} className="combo-option" role="option" aria-selected onClick={takeWay}>
                {way.label}
              </div>
            )}
            {options?.map((option, index) => (
              <div
                key={option.key}
                id={optionId(index)}
                className="combo-option"
                role="option"
                aria-selected={index === at}
                onMouseMove={() => setCursor(index)}
                onClick={() => choose(option)}
              >
                <div>{option.title}</div>
                {option.detail === null ? null : <div className="combo-option-detail">{option.detail}</div>}
              </div>
            ))}
          </div>
          {options === null && failure === null ? <div className="combo-note">{loadingText}</div> : null}
          {options?.length === 0 ? <div className="combo-note">{emptyText}</div> : null}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
