import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FirstFocus } from '../../ui/first-focus.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import '../../ui/layers.css';
import type { PaletteEntry, PaletteSection } from './palette-entry.ts';
import './palette.css';

const DIALOG_PARTS = { overlay: 'dialog-overlay', content: 'dialog-content palette', inner: 'palette-inner' };

interface PaletteProps {
  readonly isOpen: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly sections: readonly PaletteSection[];
  /** Why nothing is searched with these words; null when they are searched. */
  readonly refusal: string | null;
  readonly onClose: () => void;
  /** One entry, and which of its two acts. The palette is closed by whoever answers. */
  readonly onChoose: (run: () => void) => void;
}

/** One field that leads everywhere: the ARIA "combobox with list" pattern in a dialog, first answer ready for Enter. */
export function Palette({ isOpen, onClose, ...content }: PaletteProps) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      size="min(calc(640px * var(--zoom)), 94vw)"
      yOffset="9vh"
      returnFocus={false}
      closeOnEscape={false}
      classNames={DIALOG_PARTS}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <PaletteContent onClose={onClose} {...content} />
        <FirstFocus />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteContent({ text, onText, sections, refusal, onClose, onChoose }: Omit<PaletteProps, 'isOpen'>) {
  const { t } = useTranslation();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const entries = sections.flatMap((section) => section.entries);
  const at = Math.min(cursor, Math.max(0, entries.length - 1));
  const current = entries[at];
  const optionId = (index: number): string => `${id}-option-${index}`;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, sections]);

  const move = (to: number): void => {
    if (entries.length > 0) setCursor((to + entries.length) % entries.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actOf(event, current);
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const step = steps[event.key];
    if (event.key === 'Escape' || (event.ctrlKey && event.key.toLowerCase() === 'k')) onClose();
    else if (step !== undefined) move(step);
    else if (act !== null) onChoose(act);
    // Nothing else in here takes the focus.
    else if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="palette-body" onKeyDown={onKeyDown}>
      <div className="palette-field">
        <SearchMark />
        <input
          className="palette-input"
          type="text"
          role="combobox"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          aria-label={t('palette.field')}
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : optionId(at)}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setCursor(0);
            onText(event.currentTarget.value);
          }}
        />
      </div>
      <div ref={list} className="palette-list" id={`${id}-list`} role="listbox" aria-label={t('palette.answers')}>
        {sections.map(({ group, entries: own }) => (
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className="palette-group">
              {t(`palette.groups.${group}`)}
            </div>
            {own.map((entry) => {
              const index = entries.indexOf(entry);
              return (
                <Option
                  key={entry.key}
                  id={optionId(index)}
                  entry={entry}
                  isCurrent={index === at}
                  onPoint={() => setCursor(index)}
                  onChoose={onChoose}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className="palette-note" role="status">
        {refusal ?? (entries.length === 0 ? t('palette.nothing') : '')}
      </p>
      <PaletteKeys second={current?.second?.label ?? null} />
    </div>
  );
}

/** Enter does the first thing, Tab or Ctrl+Enter the second. */
function actOf({ key, ctrlKey, shiftKey }: KeyboardEvent, entry: PaletteEntry | undefined): (() => void) | null {
  if (entry === undefined) return null;
  if (key === 'Enter') return ctrlKey ? (entry.second?.run ?? null) : entry.run;
  return key === 'Tab' && !shiftKey ? (entry.second?.run ?? null) : null;
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
  readonly onChoose: (run: () => void) => void;
}

function Option({ id, entry, isCurrent, onPoint, onChoose }: OptionProps) {
  const { title, detail, caps, second } = entry;
  return (
    <div
      id={id}
      className="palette-option"
      role="option"
      aria-selected={isCurrent}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry.run)}
    >
      <span className="palette-option-title">{title}</span>
      {detail === null ? null : <span className="palette-option-detail">{detail}</span>}
      <span className="palette-option-end">
        {caps?.map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
        {second === undefined || !isCurrent ? null : (
          <span
            className="palette-second"
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onChoose(second.run);
            }}
          >
            {second.label}
          </span>
        )}
      </span>
    </div>
  );
}

function PaletteKeys({ second }: { readonly second: string | null }) {
  const { t } = useTranslation();
  return (
    <div className="palette-keys">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette.keys.walk')}
      </span>
      <span>
        <Kbd>{t('keys.enter')}</Kbd> {t('palette.keys.open')}
      </span>
      {second === null ? null : (
        <span>
          <Kbd>{t('palette.keys.tab')}</Kbd> {second}
        </span>
      )}
      <span>
        <Kbd>{t('keys.escape')}</Kbd> {t('palette.keys.close')}
      </span>
    </div>
  );
}

export function SearchMark() {
  return (
    <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <circle cx="7" cy="7" r="4.6" strokeWidth="1.5" />
      <path d="M10.5 10.5 14 14" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
