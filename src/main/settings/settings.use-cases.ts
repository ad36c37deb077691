import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../../shared/domain/settings/settings.schema.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';

export interface SettingsUseCases {
  get(): Settings;
  /** Changes some settings, keeps the others. @throws AppError DISK_FULL; the old settings are then kept */
  set(changes: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings;
}

/** Settings of the workstation, in `settings.json`. A file that cannot be read gives the defaults: nothing else is lost. */
export function makeSettingsUseCases(dataDir: string, onChange: (settings: Settings) => void): SettingsUseCases {
  const file = join(dataDir, 'settings.json');
  let settings = readSettings(file);
  return {
    get: () => settings,
    set(changes) {
      const next = settingsSchema.parse({ ...settings, ...withoutUndefined(changes) });
      writeFileAtomic(file, `${JSON.stringify(next)}\n`);
      settings = next;
      onChange(settings);
      return settings;
    },
  };
}

function readSettings(file: string): Settings {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    // A file of before a setting existed has the others: the new one is the default.
    return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...(kept as Partial<Settings>) });
  } catch {
    return DEFAULT_SETTINGS;
  }
}

function withoutUndefined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
