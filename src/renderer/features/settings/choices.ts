import type { Settings } from '../../../shared/domain/settings/settings.schema.ts';

export const LANGUAGES = ['fr', 'en'] as const satisfies readonly Settings['language'][];
export const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][];
export const ZOOMS = [90, 100, 110, 125, 150, 200, 300, 400] as const satisfies readonly Settings['zoom'][];
export const DENSITIES = ['comfortable', 'compact'] as const satisfies readonly Settings['density'][];
export const IDLE_MINUTES = [2, 5, 10, 15, 30] as const satisfies readonly Settings['idleMinutes'][];

/** What is shown until the settings are read: a few milliseconds. */
export const DEFAULT_SETTINGS_SHOWN: Settings = {
  language: 'fr',
  theme: 'system',
  zoom: 100,
  idleMinutes: 10,
  density: 'comfortable',
};
