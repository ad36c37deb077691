import { describe, expect, it } from 'vitest';
import { SENTENCE_MAX_CHARACTERS } from '../../../src/shared/domain/approach/approach.ts';
import {
  everySentence,
  firstSentence,
  isInsertionName,
} from '../../../src/shared/domain/approach/first-sentence.rules.ts';
import { makeGuardUseCases } from '../../../src/main/guard/guard.use-cases.ts';
import { NEVER_SAID } from '../../support/never-said.ts';

const asked = { rome: 'D1106', group: 'private', mode: 'in-person', employerName: 'Maison Clerc' } as const;

describe('the first sentence to say', () => {
  it('says the trade, by its domain and else by its family, and goes without one', () => {
    expect(firstSentence(asked)).toContain('du travail dans l’alimentation.');
    expect(firstSentence({ ...asked, rome: 'D1401' })).toContain('dans la vente');
    expect(firstSentence({ ...asked, rome: null })).toContain('je cherche du travail.');
  });

  it('is of the door: on the spot, by letter, of a public employer, an agency, a structure of insertion', () => {
    const said = [
      firstSentence(asked),
      firstSentence({ ...asked, mode: 'application' }),
      firstSentence({ ...asked, group: 'public' }),
      firstSentence({ ...asked, group: 'agency' }),
      firstSentence({ ...asked, employerName: 'GEIQ BTP LORRAINE' }),
    ];
    expect(new Set(said).size).toBe(said.length);
    expect(said[2]).toContain('sans concours');
    expect(said[3]).toContain('missions');
    expect(said[4]).toContain('structure');
  });

  it.each([
    ['Régie de quartier de Borny', true],
    ['CHANTIER D’INSERTION LES JARDINS', true],
    ['Association intermédiaire Emploi 57', true],
    ['Atelier du coin', false],
    ['Boulangerie Régis', false],
  ])('knows a structure of insertion by its name: %s', (name, isOne) => {
    expect(isInsertionName(name)).toBe(isOne);
  });

  it('agrees with whoever says it, invents nothing, judges nobody and is said in one breath', () => {
    const guard = makeGuardUseCases('resources');
    for (const sentence of everySentence()) {
      expect(sentence.length).toBeLessThan(SENTENCE_MAX_CHARACTERS);
      expect(sentence).not.toMatch(/[·()\d]|\bé?e\)|motivé|disponible|expérimenté|intéressée?|prête?\b/u);
      expect(sentence).toMatch(/^Bonjour, .+\u202f\?$/u);
      expect(guard.check(sentence)).toEqual([]);
      for (const word of NEVER_SAID)
        expect(sentence.toLowerCase()).not.toMatch(new RegExp(`\\b${word.toLowerCase()}\\b`, 'u'));
    }
  });
});
