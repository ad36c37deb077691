/** The words of the field (docs on words): what is never said, and how French is set. */
import { describe, expect, test } from 'vitest';
import { NEVER_SAID } from '../../support/never-said.ts';
import * as messages from './messages.ts';

/** Screens and native dialogs alike. */
const french: messages.Messages = new Map([...messages.french, ...messages.shellFrench]);
const english: messages.Messages = new Map([...messages.english, ...messages.shellEnglish]);

/** Words of tools or of control, each with a plain one to use in its place. */
const SAID_OTHERWISE = [
  'signer',
  'brouillon',
  'but du jour',
  'actions revues',
  'pistes ensemble',
  'suite et feuille',
  'avis de la machine',
  'frein',
  'barrière',
  'absent',
  'non abordé',
  'sans objet',
  "à voir d'abord",
  'sans contact depuis trop longtemps',
  'conflit',
  'no-show',
  'non honoré',
  'abandonné',
  'sortie',
  'plus tard',
  'ajoutée par vous',
  'chez vous',
  "taille de l'équipe",
  'proche de chez vous',
  'embauches, 6 mois',
  "susceptible d'embaucher",
  'ordre équilibré',
  'hors ligne',
  'opérations à partager',
  'éligible',
  'non éligible',
  'override',
  'run',
  'dataset',
  'moteur',
  'calibration',
  "audit d'équité",
  'code de récupération',
  'gardiennage',
];

const plain = (text: string): string => text.replaceAll('’', "'").toLowerCase();

/** Whether the words stand in the text as words, in the plural or the feminine too. */
function says(text: string, words: string): boolean {
  const escaped = plain(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e|s|es|x)?(?![\\p{L}\\p{N}])`, 'u').test(plain(text));
}

describe('the words on screen', () => {
  test('the check finds a word that is there, and no part of another', () => {
    expect(says('Les usagers de l’agence', 'usager')).toBe(true);
    expect(says('Ressortir la liste', 'sortie')).toBe(false);
    expect(says('D’abord les données absentes', 'absent')).toBe(true);
  });

  test.each([...NEVER_SAID, ...SAID_OTHERWISE])('never say « %s »', (words) => {
    const found = [...french].filter(([, text]) => says(text, words)).map(([key, text]) => `${key}: ${text}`);
    expect(found).toEqual([]);
  });

  test('say the sentences of the field exactly', () => {
    const texts = [...french.values()].join('\n');
    for (const sentence of [
      'entreprises à contacter (estimation)',
      'Embauches estimées dans ce métier, 6 prochains mois',
      'Enregistré sur ce poste, fonctionne sans réseau',
      'Ordre varié pour ne pas envoyer tout le monde au même endroit.',
      'Démonstration, données générées',
      'pas assez de données',
    ]) {
      expect(texts).toContain(sentence);
    }
  });
});

describe('French typography', () => {
  test('apostrophes are real ones', () => {
    for (const [key, text] of french) expect(text, key).not.toContain("'");
    for (const [key, text] of english) expect(text, key).not.toContain("'");
  });

  test('no plain space, and no missing one, stands before ; : ! ?', () => {
    for (const [key, text] of french) {
      // A key to press at the start of a hint is not punctuation.
      if (key.startsWith('status.keys')) continue;
      expect(text, key).not.toMatch(/ [;:!?]/);
      expect(text, key).not.toMatch(/[\p{L}\p{N})»][;!?]|[\p{L}\p{N})»]:(?!\/\/)/u);
    }
  });

  test('guillemets hold their words with no-break spaces, and nothing else quotes', () => {
    for (const [key, text] of french) {
      expect(text, key).not.toMatch(/«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»|["“”]/);
    }
  });

  test('a number and its unit are never parted', () => {
    for (const [key, text] of french) expect(text, key).not.toMatch(/\}\} (?:km|s|%)(?![\p{L}])/u);
  });

  test('no middle dots', () => {
    for (const [key, text] of french) expect(text, key).not.toContain('·');
  });
});
