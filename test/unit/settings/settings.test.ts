import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSettingsUseCases } from '../../../src/main/settings/settings.use-cases.ts';
import type { Settings } from '../../../src/shared/domain/settings/settings.schema.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

describe('the settings of a workstation', () => {
  let folder: TempFolder;
  let told: Settings[];
  const open = (): ReturnType<typeof makeSettingsUseCases> =>
    makeSettingsUseCases(folder.path, (settings) => told.push(settings));
  const file = (): string => join(folder.path, 'settings.json');

  beforeEach(() => {
    folder = tempFolder('settings');
    told = [];
  });
  afterEach(() => folder.cleanup());

  it('are the defaults the first time, and nothing is written for having asked', () => {
    expect(open().get()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('keep what was not changed, tell the change and survive a restart', () => {
    const settings = open();
    settings.set({ zoom: 125 });
    expect(settings.set({ theme: 'dark', language: undefined })).toEqual({
      ...DEFAULT_SETTINGS,
      zoom: 125,
      theme: 'dark',
    });
    expect(told.at(-1)).toEqual(settings.get());
    expect(open().get()).toEqual(settings.get());
    expect(readdirSync(folder.path)).toEqual(['settings.json']);
  });

  it.each(['', '{', 'null', '[]', '{"language":"de","theme":"dark","zoom":100}', '{"language":"fr"}'])(
    'are the defaults again when their file holds %j',
    (content) => {
      writeFileSync(file(), content);
      expect(open().get()).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('keep what a file of before has, and take the default for what it does not know', () => {
    writeFileSync(file(), '{"language":"en","theme":"dark","zoom":150}');
    expect(open().get()).toEqual({ language: 'en', theme: 'dark', zoom: 150, idleMinutes: 10, density: 'comfortable' });
  });

  it('replace a file that could not be read by the next change', () => {
    writeFileSync(file(), '{');
    open().set({ language: 'en' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  it('stay as they were when they cannot be written', () => {
    const settings = open();
    settings.set({ zoom: 150 });
    rmSync(file());
    mkdirSync(join(file(), 'in the way'), { recursive: true });
    expect(() => settings.set({ zoom: 200 })).toThrow();
    expect(settings.get().zoom).toBe(150);
    expect(told).toHaveLength(1);
    expect(readdirSync(folder.path)).toEqual(['settings.json']);
  });
});
