import { SETTING_CHOICES } from '../../../shared/domain/settings/settings.ts';

export const {
  language: LANGUAGES,
  theme: THEMES,
  zoom: ZOOMS,
  density: DENSITIES,
  idleMinutes: IDLE_MINUTES,
} = SETTING_CHOICES;

/** What is shown until the settings are read: a few milliseconds. */
export { DEFAULT_SETTINGS as DEFAULT_SETTINGS_SHOWN } from '../../../shared/domain/settings/settings.ts';
