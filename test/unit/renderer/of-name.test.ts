import { expect, test } from 'vitest';
import { ofName } from '../../../src/renderer/i18n/of-name.ts';

test('"de" loses its vowel before another one, accented or not, whatever its case', () => {
  const names = ['Ariane', 'Élodie', 'Éric', 'Inès', 'Océane', 'Ursule', 'Œdipe', 'Ængus', 'ömer'];
  for (const name of names) {
    expect(ofName(name, 'fr')).toBe(`d’${name}`);
    expect(ofName(name.normalize('NFD'), 'fr')).toBe(`d’${name.normalize('NFD')}`);
  }
});

test('"de" stays before a consonant, Y and h', () => {
  for (const name of ['Marc', 'Çağla', 'Yann', 'Yvette', 'Hélène', 'Hugo', '']) {
    expect(ofName(name, 'fr')).toBe(`de ${name}`);
  }
});

test('English has one word for both', () => {
  expect(ofName('Ariane', 'en')).toBe('of Ariane');
  expect(ofName('Marc', 'en')).toBe('of Marc');
});
