import { settingsSchema, type Settings } from '../../shared/domain/settings/settings.schema.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { readSettings, settingsFile } from './read-settings.use-cases.ts';

export interface SettingsUseCases {
  get(): Settings;
  /** Changes some settings, keeps the others. @throws AppError DISK_FULL; the old settings are then kept */
  set(changes: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Settings;
}

/** Settings of the workstation, in `settings.json`. */
export function makeSettingsUseCases(dataDir: string, onChange: (settings: Settings) => void): SettingsUseCases {
  let settings = readSettings(dataDir);
  return {
    get: () => settings,
    set(changes) {
      const next = settingsSchema.parse({ ...settings, ...withoutUndefined(changes) });
      writeFileAtomic(settingsFile(dataDir), `${JSON.stringify(next)}\n`);
      settings = next;
      onChange(settings);
      return settings;
    },
  };
}

function withoutUndefined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}
