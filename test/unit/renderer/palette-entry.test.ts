/** What the palette answers to a few letters. */
import { describe, expect, test } from 'vitest';
import {
  answering,
  type PaletteEntry,
  type PaletteGroup,
  rankOf,
  sectionsOf,
} from '../../../src/renderer/features/palette/palette-entry.ts';

function entry(group: PaletteGroup, title: string, more: Partial<PaletteEntry> = {}): PaletteEntry {
  return { key: `${group}-${title}`, group, title, detail: null, run: () => undefined, ...more };
}

const ENTRIES = [
  entry('actions', 'Nouveau dossier'),
  entry('actions', 'Verrouiller'),
  entry('actions', 'Agrandir le texte, 110 %'),
  entry('screens', 'Données'),
  entry('screens', 'Réglages'),
  entry('settings', 'Sécurité', { alias: 'Réglages' }),
];

const titles = (typed: string): readonly string[] =>
  sectionsOf(answering(ENTRIES, typed)).flatMap(({ entries }) => entries.map(({ title }) => title));

describe('the palette', () => {
  test('finds without accents, by the start of any word, in any order', () => {
    expect(titles('donnees')).toEqual(['Données']);
    expect(titles('dossier nouv')).toEqual(['Nouveau dossier']);
    expect(titles('texte')).toEqual(['Agrandir le texte, 110 %']);
    expect(titles('veau')).toEqual([]);
  });

  test('forgives a typo', () => {
    expect(titles('verouiller')).toEqual(['Verrouiller']);
    expect(titles('reglgaes')).toContain('Réglages');
  });

  test('puts first the group that answers best: the screen before the section found by its other words', () => {
    expect(titles('reglages')).toEqual(['Réglages', 'Sécurité']);
  });

  test('keeps the order of the groups when nothing tells them apart', () => {
    const ranked = ENTRIES.toReversed().map((each) => ({ entry: each, rank: 0 }));
    expect(sectionsOf(ranked).map(({ group }) => group)).toEqual(['screens', 'actions', 'settings']);
  });

  test('shows eight answers of a group at most', () => {
    const many = Array.from({ length: 30 }, (_, index) => entry('people', `Personne ${index}`));
    expect(sectionsOf(answering(many, 'personne'))[0]?.entries).toHaveLength(8);
  });

  test('ranks the start of the title before another word, and that before a word that is not on screen', () => {
    const [first, second, third] = [
      rankOf('le', 'Le Goff Sylvie'),
      rankOf('goff', 'Le Goff Sylvie'),
      rankOf('usine', 'Le Goff Sylvie', 'Usine'),
    ];
    expect(first).toBeLessThan(second!);
    expect(second).toBeLessThan(third!);
    expect(rankOf('xyz', 'Le Goff Sylvie')).toBeNull();
  });
});
