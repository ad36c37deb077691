import { expect, it } from 'vitest';
import {
  isContactToCheck,
  lastForgottenDay,
  namesSomeone,
} from '../../../src/shared/domain/employer-contact/employer-contact.rules.ts';

it('is to be checked after twenty-four months, to the day', () => {
  expect(isContactToCheck('2024-09-02', '2026-09-01')).toBe(false);
  expect(isContactToCheck('2024-09-01', '2026-09-01')).toBe(true);
});

it('is erased after three years', () => {
  expect(lastForgottenDay('2026-09-01')).toBe('2023-09-01');
  expect(lastForgottenDay('2028-02-29')).toBe('2025-02-28');
});

it('names nobody of the portfolio, whatever the spelling, and lets homonyms of one name alone be', () => {
  const people = [
    { first: 'Hélène', last: 'Vautrin' },
    { first: 'Ali', last: '' },
  ];
  expect(namesSomeone('demander pour HELENE Vautrin, le matin', people)).toBe(true);
  expect(namesSomeone('demander Mme Vautrin', people)).toBe(false);
  expect(namesSomeone('Ali à la caisse', people)).toBe(false);
  expect(namesSomeone('au comptoir', people)).toBe(false);
});
