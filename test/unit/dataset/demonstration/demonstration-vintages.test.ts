/** The demonstration writes its vintages as sentences, in the release; the screen knows them to say them in its language. */
import type { TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { demonstrationSources } from '../../../../src/main/dataset/demonstration/demonstration-sources.ts';
import { vintageText } from '../../../../src/renderer/i18n/words.ts';
import type { ManifestSource } from '../../../../src/shared/domain/dataset/dataset.schema.ts';
import { french } from '../../i18n/messages.ts';
import { buildInputs } from './demonstration-inputs.ts';

const t = ((key: string) => key) as unknown as TFunction;

describe('the vintages of the demonstration', () => {
  let sources: readonly ManifestSource[];
  beforeAll(async () => {
    sources = demonstrationSources(await buildInputs());
  }, 30_000);

  test('are known to the screen when they are sentences, and have their words', () => {
    const sentences = [...new Set(sources.map(({ vintage }) => vintage))].filter((text) => /^Démonstration/.test(text));
    expect(sentences.map((text) => vintageText(t, text, 'fr')).sort()).toEqual([
      'vintage.authored',
      'vintage.generated',
    ]);
    for (const text of sentences) expect(french.has(vintageText(t, text, 'fr'))).toBe(true);
  });

  test('are years or versions otherwise, which need no words', () => {
    for (const { vintage } of sources.filter(({ vintage }) => !vintage.startsWith('Démonstration'))) {
      expect(vintage).toMatch(/\d{4}/);
    }
  });
});
