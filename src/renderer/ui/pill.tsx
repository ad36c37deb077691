import { Popover } from '@mantine/core';
import { type ComponentProps, memo, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { FirstFocus } from './first-focus.tsx';
import { Kbd } from './kbd.tsx';
import './pill.css';
import { useStable } from './use-stable.ts';

function Chevron() {
  return (
    <svg className="pill-chevron" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M1 2.5 4 5.5 7 2.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

interface PillProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly isActive?: boolean;
  readonly shortcut?: string;
  readonly withChevron?: boolean;
}

export function Pill({ isActive = false, shortcut, withChevron = false, children, ...native }: PillProps) {
  return (
    <button type="button" {...native} className="pill" data-active={isActive}>
      <span>{children}</span>
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
      {withChevron ? <Chevron /> : null}
    </button>
  );
}

interface PopoverPillProps {
  readonly label: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly shortcut?: string;
  readonly width?: number;
  /** Without its sign, where the label says by itself that it opens ("+ Vue"). */
  readonly withChevron?: boolean;
  /** Of a pill that is put to use before it opens anything: whether it is in use. */
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

/**
 * A filter that says its value and opens a small panel to change it. Closed, it is drawn again when it says something
 * else, and not each time that a list is moved about under it.
 */
export function PopoverPill({ onOpenChange, children, ...said }: PopoverPillProps) {
  return (
    <OpeningPill {...said} onOpenChange={useStable(onOpenChange)}>
      {said.isOpen ? children : null}
    </OpeningPill>
  );
}

const OpeningPill = memo(function OpeningPill(props: PopoverPillProps) {
  const {
    label,
    isActive,
    isOpen,
    onOpenChange,
    shortcut,
    width = 300,
    withChevron = true,
    isPressed,
    children,
  } = props;
  const pill = useRef<HTMLButtonElement>(null);
  // Opened by its key from far down a list: the panel has nowhere to stand until its pill is in view.
  useLayoutEffect(() => {
    if (isOpen) pill.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <Popover
      opened={isOpen}
      onChange={onOpenChange}
      position="bottom-start"
      hideDetached={false}
      // Not in use, it opens nothing: it does not say that it would.
      withRoles={isPressed !== false}
      trapFocus
    >
      <Popover.Target>
        <Pill
          ref={pill}
          isActive={isActive}
          withChevron={withChevron}
          aria-pressed={isPressed}
          onClick={() => onOpenChange(!isOpen)}
          {...(shortcut === undefined ? {} : { shortcut })}
        >
          {label}
        </Pill>
      </Popover.Target>
      <Popover.Dropdown className="layer">
        <div style={{ width, maxWidth: '84vw' }}>{children}</div>
        <FirstFocus />
      </Popover.Dropdown>
    </Popover>
  );
});

export interface Choice<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count: string;
}

interface ChoicesProps<K extends string> {
  readonly choices: readonly Choice<K>[];
  readonly chosen: readonly K[];
  readonly onChange: (chosen: readonly K[]) => void;
}

/** Several may be chosen; none means all. */
export function CheckList<K extends string>({ choices, chosen, onChange }: ChoicesProps<K>) {
  const toggle = (key: K): void =>
    onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <div className="check-list">
      {choices.map(({ key, label, count }, index) => (
        <label key={key} className="check-row">
          <input
            type="checkbox"
            data-autofocus={index === 0 || undefined}
            checked={chosen.includes(key)}
            onChange={() => toggle(key)}
          />
          <span className="check-row-label">{label}</span>
          <span className="check-row-count">{count}</span>
        </label>
      ))}
    </div>
  );
}

interface RadioListProps<K extends string> {
  readonly label: string;
  readonly choices: readonly Choice<K>[];
  /** Null: all. */
  readonly chosen: K | null;
  readonly onChange: (chosen: K) => void;
}

/** One at a time; the arrows choose as they walk. */
export function RadioList<K extends string>({ label, choices, chosen, onChange }: RadioListProps<K>) {
  const name = useId();
  const isAnyChosen = choices.some(({ key }) => key === chosen);
  return (
    <div className="check-list" role="radiogroup" aria-label={label}>
      {choices.map(({ key, label: text, count }, index) => (
        <label key={key} className="check-row">
          <input
            type="radio"
            name={name}
            data-autofocus={(isAnyChosen ? key === chosen : index === 0) || undefined}
            checked={key === chosen}
            onChange={() => onChange(key)}
          />
          <span className="check-row-label">{text}</span>
          <span className="check-row-count">{count}</span>
        </label>
      ))}
    </div>
  );
}
