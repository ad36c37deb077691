import { Popover } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FirstFocus } from '../../ui/first-focus.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import './file-menu.css';

export interface FileAct {
  readonly key: 'tags' | 'print' | 'close' | 'reopen' | 'archive' | 'erase';
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

interface FileMenuProps {
  readonly acts: readonly FileAct[];
  /** How long the file is kept, in words. */
  readonly retention: string;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** What is seldom done to a file, behind one button; arrows move, Enter does. */
export function FileMenu({ acts, retention }: FileMenuProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
      <Popover.Target popupType="menu">
        <Button ref={opener} aria-label={t('caseFile.menu.title')} onClick={() => setIsOpen(!isOpen)}>
          {t('caseFile.menu.button')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="layer" aria-label={t('caseFile.menu.title')}>
        <div className="file-menu">
          <div
            ref={list}
            className="file-menu-acts"
            role="menu"
            aria-label={t('caseFile.menu.title')}
            onKeyDown={onKeyDown}
          >
            {acts.map(({ key, label, shortcut, run }, index) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                className="file-menu-act"
                data-autofocus={index === 0 || undefined}
                onClick={() => {
                  setIsOpen(false);
                  // The act that is gone cannot take the focus back from what it opens.
                  opener.current?.focus();
                  run();
                }}
              >
                <span>{label}</span>
                {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
              </button>
            ))}
          </div>
          <p className="file-menu-foot">{retention}</p>
        </div>
        <FirstFocus />
      </Popover.Dropdown>
    </Popover>
  );
}
