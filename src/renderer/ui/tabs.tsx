import { type KeyboardEvent, useRef } from 'react';
import './tabs.css';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly label: string;
  readonly count: string | null;
}

interface TabsProps<K extends string> {
  readonly label: string;
  readonly items: readonly TabItem<K>[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  readonly panelId: string;
}

/** Tabs of one panel: arrows move and choose, Tab leaves for the panel. */
export function Tabs<K extends string>({ label, items, chosen, onChoose, panelId }: TabsProps<K>) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const delta = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (delta === 0 || event.altKey) return;
    event.preventDefault();
    const at = items.findIndex(({ key }) => key === chosen);
    const next = (at + delta + items.length) % items.length;
    const item = items[next];
    if (item === undefined) return;
    onChoose(item.key);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {items.map(({ key, label: text, count }) => (
        <button
          key={key}
          type="button"
          className="tab"
          role="tab"
          aria-selected={key === chosen}
          aria-controls={panelId}
          tabIndex={key === chosen ? 0 : -1}
          onClick={() => onChoose(key)}
        >
          <span>{text}</span>
          {count === null ? null : <span className="tab-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
