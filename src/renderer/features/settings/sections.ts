/** The sections of the settings, and which one is shown. In memory only. */
import { useSyncExternalStore } from 'react';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { onForget } from '../../platform/forgetting.ts';
import { go } from '../../platform/location.ts';

export const SETTINGS_SECTIONS = ['display', 'security', 'backups', 'tags', 'retention', 'workstation'] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** What is about case files is for those who keep some. */
const ADVISORS_ONLY: ReadonlySet<SettingsSection> = new Set(['backups', 'tags']);

export function sectionsOf(role: AccountRole): readonly SettingsSection[] {
  return SETTINGS_SECTIONS.filter((section) => role === 'advisor' || !ADVISORS_ONLY.has(section));
}

let shown: SettingsSection = 'display';
const listeners = new Set<() => void>();

export function showSection(section: SettingsSection): void {
  shown = section;
  for (const listener of listeners) listener();
}

/** Goes to the settings, at one of their sections: from a message that says where to act. */
export function openSettings(section: SettingsSection): void {
  showSection(section);
  go({ screen: 'settings' });
}

onForget(() => showSection('display'));

export function useShownSection(): SettingsSection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}
