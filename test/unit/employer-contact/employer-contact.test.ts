import { expect, it } from 'vitest';
import { isEmail, isPhone } from '../../../src/shared/domain/employer-contact/employer-contact.ts';
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

it('is called at a number of four digits at least, however it is written, or at none', () => {
  for (const known of ['', ' ', '3949', '03 87 12 34 56', '+33 (0)3 87 12 34 56', 'poste 12 34']) {
    expect(isPhone(known), known).toBe(true);
  }
  for (const slip of ['12', 'à demander', '0 3 8']) expect(isPhone(slip), slip).toBe(false);
});

it('is written to at a whole address, or at none', () => {
  for (const known of ['', 'accueil@boutique.example']) expect(isEmail(known), known).toBe(true);
  for (const slip of ['accueil', 'accueil@', 'accueil@boutique', 'a b@c.example'])
    expect(isEmail(slip), slip).toBe(false);
});
