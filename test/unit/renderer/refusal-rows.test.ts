import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusalRows, refusalText } from '../../../src/renderer/features/dataset/refusal-rows.ts';
import en from '../../../src/renderer/i18n/en.json' with { type: 'json' };
import fr from '../../../src/renderer/i18n/fr.json' with { type: 'json' };
import type { Refusal } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { REFUSAL_CODES } from '../../../src/shared/domain/dataset/refusal-codes.ts';

const refusedAt = (line: number, code: Refusal['code'], value: string | null = null): Refusal => ({
  line,
  code,
  value,
  reason: 'A sentence for the command line',
});
const linesFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

describe('the rows of a report of refused lines', () => {
  test('are one a line up to twenty of a kind', () => {
    const refusals = linesFrom(2, 20).map((line) => refusedAt(line, 'not-a-definition'));
    const rows = refusalRows({ reasons: [{ code: 'not-a-definition', count: 20 }], refusals });
    expect(rows).toEqual(refusals.map((refusal) => ({ kind: 'line', refusal })));
  });

  test('are one for all lines of a kind beyond, counted even where they are not listed', () => {
    const many = linesFrom(1502, 30).map((line) => refusedAt(line, 'not-a-definition'));
    const one = refusedAt(1510, 'rome-code', 'X1');
    const refusals = [...many.slice(0, 8), one, ...many.slice(8)];
    const reasons = [
      { code: 'not-a-definition', count: 3537 },
      { code: 'rome-code', count: 1 },
    ] as const;
    expect(refusalRows({ reasons, refusals })).toEqual([
      { kind: 'together', code: 'not-a-definition', count: 3537, lines: [1502, 1503, 1504] },
      { kind: 'line', refusal: one },
    ]);
  });
});

describe('the words of a refusal', () => {
  const i18n = createInstance();
  let french: TFunction;
  let english: TFunction;
  beforeAll(async () => {
    await i18n.init({
      resources: { fr: { translation: fr }, en: { translation: en } },
      interpolation: { escapeValue: false },
    });
    french = i18n.getFixedT('fr');
    english = i18n.getFixedT('en');
  });

  test('quote what was read, in the language of the screen', () => {
    const siret = { code: 'siret', value: '123' } as const;
    expect(refusalText(french, siret)).toBe('SIRET\u00a0: 14 chiffres attendus, «\u00a0123\u00a0» lu');
    expect(refusalText(english, siret)).toBe('SIRET: 14 digits expected, “123” read');
  });

  test('say so where nothing was read, or text that may be a name', () => {
    expect(refusalText(french, { code: 'siret', value: '' })).toBe('SIRET\u00a0: 14 chiffres attendus, rien lu');
    expect(refusalText(french, { code: 'siret', value: null })).toBe('SIRET\u00a0: 14 chiffres attendus, du texte lu');
  });

  test.each(REFUSAL_CODES)('%s leaves no placeholder unfilled', (code) => {
    for (const t of [french, english]) expect(refusalText(t, { code, value: '1/2' })).not.toMatch(/[{}]|refusals\./);
  });

  test('many lines are told at once', () => {
    const words = { count: 3537, n: '3\u00a0537', reason: french('refusalsShort.not-a-definition'), lines: '2, 3, 4' };
    expect(french('import.refusedTogether', words)).toBe(
      '3\u00a0537 lignes\u00a0: texte valable mais non utilisé, seules les définitions servent (lignes 2, 3, 4…)',
    );
  });
});
