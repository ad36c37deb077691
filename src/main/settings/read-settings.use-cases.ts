import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../shared/domain/settings/settings.schema.ts';
import { DEFAULT_SETTINGS, settingsFrom } from '../../shared/domain/settings/settings.ts';

export function settingsFile(dataDir: string): string {
  return join(dataDir, 'settings.json');
}

/** What the workstation remembers; a file that cannot be read gives the defaults: nothing else is lost. */
export function readSettings(dataDir: string): Settings {
  try {
    return settingsFrom(JSON.parse(readFileSync(settingsFile(dataDir), 'utf8'))) ?? DEFAULT_SETTINGS;
  } catch {
    return DEFAULT_SETTINGS;
  }
}
