import { Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import './act-menu.css';
import { Button } from './button.tsx';
import { FirstFocus } from './first-focus.tsx';
import { Kbd } from './kbd.tsx';

export interface Act {
  readonly key: string;
  readonly label: string;
  readonly shortcut?: string;
  readonly run: () => void;
}

interface ActMenuProps {
  /** What the menu is of, for whoever does not see where it is. */
  readonly title: string;
  readonly label: string;
  readonly size?: 'normal' | 'small';
  readonly acts: readonly Act[];
  readonly foot?: ReactNode;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** What can be done, behind one button; arrows move, Enter does. */
export function ActMenu({ title, label, size = 'normal', acts, foot }: ActMenuProps) {
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
        <Button ref={opener} size={size} aria-label={title} onClick={() => setIsOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="layer" aria-label={title}>
        <div className="act-menu">
          <div ref={list} className="act-menu-acts" role="menu" aria-label={title} onKeyDown={onKeyDown}>
            {acts.map(({ key, label: text, shortcut, run }, index) => (
              <button
                key={key}
                type="button"
                role="menuitem"
                className="act-menu-act"
                data-autofocus={index === 0 || undefined}
                onClick={() => {
                  setIsOpen(false);
                  // The act that is gone cannot take the focus back from what it opens.
                  opener.current?.focus();
                  run();
                }}
              >
                <span>{text}</span>
                {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
              </button>
            ))}
          </div>
          {foot === undefined ? null : <p className="act-menu-foot">{foot}</p>}
        </div>
        <FirstFocus />
      </Popover.Dropdown>
    </Popover>
  );
}
