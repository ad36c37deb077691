import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsSection } from './sections.ts';
import './settings.css';

interface SectionListProps {
  readonly sections: readonly SettingsSection[];
  readonly shown: SettingsSection;
  readonly onShow: (section: SettingsSection) => void;
  readonly panelId: string;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function sectionTabId(panelId: string, section: SettingsSection): string {
  return `${panelId}-${section}`;
}

/** The sections one under the other, or side by side where there is no room: arrows walk them, Tab goes in. */
export function SectionList({ sections, shown, onShow, panelId }: SectionListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const next = sections.at((sections.indexOf(shown) + step) % sections.length);
    if (next === undefined) return;
    onShow(next);
    list.current?.querySelector<HTMLElement>(`[data-section="${next}"]`)?.focus();
  };
  return (
    <div
      ref={list}
      className="section-list"
      role="tablist"
      aria-label={t('settings.sectionList')}
      aria-orientation="vertical"
      onKeyDown={onKeyDown}
    >
      {sections.map((section) => (
        <button
          key={section}
          id={sectionTabId(panelId, section)}
          type="button"
          className="section-tab"
          role="tab"
          data-section={section}
          aria-selected={section === shown}
          aria-controls={panelId}
          tabIndex={section === shown ? 0 : -1}
          onClick={() => onShow(section)}
        >
          {t(`settings.sections.${section}`)}
        </button>
      ))}
    </div>
  );
}
