import { describe, expect, it } from 'vitest';
import { fillSentence, titleForm, type Speaking } from '../../../src/main/demonstration/fill-sentence.ts';

const she: Speaking = { isFeminine: true, title: 'Électricienne', placeName: 'Le Mans', where: 'en visio' };
const he: Speaking = { ...she, isFeminine: false, title: 'Maçon', placeName: "Les Sables-d'Olonne" };

describe('a sentence of the stock', () => {
  it('agrees with the person', () => {
    expect(fillSentence('{Elle|Il} est {venue|venu}.', she)).toBe('Elle est venue.');
    expect(fillSentence('{Elle|Il} est {venue|venu}.', he)).toBe('Il est venu.');
  });

  it('elides before the occupation and contracts with the town', () => {
    expect(fillSentence('Projet de {title} à {place}, {where}.', she)).toBe(
      'Projet d’électricienne au Mans, en visio.',
    );
    expect(fillSentence('Projet de {title}, près de {place}.', he)).toBe('Projet de maçon, près des Sables-d’Olonne.');
    expect(fillSentence('Rester à {place} ; près de {place}.', { ...he, placeName: 'Albi' })).toBe(
      'Rester à Albi ; près d’Albi.',
    );
  });

  it('leaves the days for later', () => {
    expect(fillSentence('Le {J+6}, {where}.', she)).toBe('Le {J+6}, en visio.');
  });
});

describe('a title of ROME', () => {
  it('gives the form of each, what follows included', () => {
    const title = "Conducteur / Conductrice d'engins agricoles";
    expect(titleForm(title, true)).toBe("Conductrice d'engins agricoles");
    expect(titleForm(title, false)).toBe("Conducteur d'engins agricoles");
    expect(titleForm('Ouvrier maraîcher / Ouvrière maraîchère', false)).toBe('Ouvrier maraîcher');
    expect(titleForm('Cariste', true)).toBe('Cariste');
  });
});
