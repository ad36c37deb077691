import { describe, expect, test } from 'vitest';
import { passphraseOpinion } from '../../../src/renderer/features/access/passphrase-strength.ts';

const OWN = ['Dominique Essai', 'Agence de Metz'];
const opinion = (passphrase: string) => passphraseOpinion(passphrase, OWN);

describe('the opinion on a passphrase', () => {
  test.each([
    ['', 'tooShort', 'tooShort'],
    ['neuf sign', 'tooShort', 'tooShort'],
    ['aaaaaaaaaaaaaa', 'weak', 'repeats'],
    ['azertyuiop12', 'weak', 'guessable'],
    ['MotDePasse!', 'weak', 'guessable'],
    ['Bonjour 123456', 'weak', 'guessable'],
    ['dominique essai', 'weak', 'own'],
    ['Agence de Metz 57', 'weak', 'own'],
    ['parapluie9', 'weak', 'oneWord'],
    ['lune orange vélo', 'fair', 'fewWords'],
    ['parapluie-cerise', 'fair', 'fewWords'],
    ['lune orange vélo papier', 'strong', 'manyWords'],
    ['xK4v9QpLw2RtZ7mNc8YbHd3G', 'strong', 'long'],
  ])('« %s » is %s: %s', (passphrase, strength, reason) => {
    expect(opinion(passphrase)).toEqual({ strength, reason });
  });

  test('accents and capitals do not hide a name', () => {
    expect(passphraseOpinion('ÉLODIE  PIÉRRON', ['Elodie Pierron'])).toMatchObject({ reason: 'own' });
  });

  test('a long sentence that holds a name is not refused for it', () => {
    expect(opinion('dominique promène trois chiens bleus')).toEqual({ strength: 'strong', reason: 'manyWords' });
  });
});
