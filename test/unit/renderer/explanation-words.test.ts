/** What an explanation says in French, in the number and gender of what it speaks of. */
import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../../src/renderer/i18n/en.json' with { type: 'json' };
import fr from '../../../src/renderer/i18n/fr.json' with { type: 'json' };
import { basisText, factorWords } from '../../../src/renderer/features/suggestion/explanation-words.ts';
import type { Explanation } from '../../../src/shared/domain/suggestion/suggestion.schema.ts';

const i18n = createInstance();
let t: TFunction;
beforeAll(async () => {
  await i18n.init({
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  t = i18n.getFixedT('fr');
});

const factor = { contribution: 100, weight: 600, value: 0.25, source: 'DARES', asOf: '2021' };
const explanation: Explanation = {
  siret: '00000000000001',
  rank: 1,
  eligible: 3,
  score: 300,
  factors: [
    { ...factor, name: 'potential' },
    { ...factor, name: 'distance' },
    { ...factor, name: 'size' },
  ],
  potential: { basis: 'estimate', expected: 0.25, low: 0.1, high: 0.4, level: 'average' },
  facts: {
    rome: 'D1106',
    romeLabel: 'Vente en alimentation',
    sectorLabel: null,
    affinity: 0.0004,
    sectorHires: 0,
    isShrunk: true,
    distanceKm: 2,
    positionBasis: 'establishment',
    placeName: 'Metz',
    headcountBand: '11',
    entryRate: null,
  },
  changes: [],
};

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const potentialWords = (of: Explanation): string => plain(factorWords(t, of, 'fr')[0]?.text ?? '');

describe('the words of an explanation', () => {
  test('a share taken from neighbouring sectors is told, and never as nothing', () => {
    expect(potentialWords(explanation)).toBe(
      'compte : à peu près autant d’embauches attendues que la moyenne ; dans ce secteur, moins de 0,1 % des embauches concernent ce métier',
    );
    expect(plain(basisText(t, explanation, 'fr'))).toContain('Secteur peu observé (0 embauche)');
  });

  test('only what could not be estimated lacks data', () => {
    const none = { basis: 'none', expected: null, low: null, high: null, level: null } as const;
    expect(potentialWords({ ...explanation, potential: none })).toBe('compte : pas assez de données');
  });
});

describe('French agrees', () => {
  test.each([
    [0.25, 'embauche estimée'],
    [1, 'embauche estimée'],
    [1.99, 'embauche estimée'],
    [2, 'embauches estimées'],
  ])('%f %s', (count, words) => {
    expect(t('calculation.hires', { count, n: 'n' })).toBe(`n ${words}`);
  });

  test.each([
    ['private', '1re', 'Aucune entreprise à contacter à cette distance', '2 affichées, la liste est complète.'],
    ['public', '1er', 'Aucun employeur public à contacter à cette distance', '2 affichés, la liste est complète.'],
    [
      'agency',
      '1re',
      'Aucune agence et aucun groupement à contacter à cette distance',
      '2 affichées, la liste est complète.',
    ],
  ] as const)('of the group %s', (group, first, none, shown) => {
    const rank = { count: 1, ordinal: true, rank: '1', total: '6' };
    expect(t(`why.rank.${group}`, rank)).toBe(`${first} sur 6 dans l’ordre simple.`);
    expect(t(`employers.title.${group}`, { count: 0, n: '0' })).toBe(none);
    expect(t(`employers.allShown.${group}`, { count: 2, n: '2' })).toBe(shown);
  });
});
