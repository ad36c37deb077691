/** What each setting may be; without zod, for who reads the settings before anything else is there. */
export const SETTING_CHOICES = {
  language: ['fr', 'en'],
  theme: ['system', 'light', 'dark'],
  /** Percent of the base text size. */
  zoom: [90, 100, 110, 125, 150, 200, 300, 400],
  /** Minutes without a key or a pointer after which the case files close by themselves. */
  idleMinutes: [2, 5, 10, 15, 30],
  /** How close the rows of lists and tables stand. */
  density: ['comfortable', 'compact'],
} as const;

type Chosen = { -readonly [K in keyof typeof SETTING_CHOICES]: (typeof SETTING_CHOICES)[K][number] };

export const DEFAULT_SETTINGS: Readonly<Chosen> = {
  language: 'fr',
  theme: 'system',
  zoom: 100,
  idleMinutes: 10,
  density: 'comfortable',
};

/** What was kept of the settings, the default for each that was not there yet; null when it is no settings at all. */
export function settingsFrom(kept: unknown): Chosen | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const settings = { ...DEFAULT_SETTINGS, ...kept };
  const isWell = Object.entries(settings).every(([name, value]) => {
    const choices: readonly unknown[] = isSetting(name) ? SETTING_CHOICES[name] : [];
    return choices.includes(value);
  });
  return isWell ? settings : null;
}

function isSetting(name: string): name is keyof Chosen {
  return Object.hasOwn(SETTING_CHOICES, name);
}
