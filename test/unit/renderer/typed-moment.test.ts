import { describe, expect, test } from 'vitest';
import { typedMoment } from '../../../src/renderer/i18n/typed-moment.ts';
import { proposedMomentText } from '../../../src/renderer/i18n/proposed-moment.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { frenchWords, visible } from './french-words.ts';

/** A Friday. */
const TODAY = '2026-11-27' as LocalDate;
const said = (text: string): string | null => {
  const moment = typedMoment(text, TODAY);
  return moment === null ? null : [moment.day, moment.time].filter((part) => part !== null).join(' ');
};

describe('a moment as one types it', () => {
  test.each([
    ['jeudi 14h', '2026-12-03 14:00'],
    ['Jeudi 14 h 30', '2026-12-03 14:30'],
    ['jeudi prochain à 9h', '2026-12-03 09:00'],
    ['jeu 9:15', '2026-12-03 09:15'],
    ['vendredi', '2026-12-04'],
    ['demain 9h30', '2026-11-28 09:30'],
    ['après-demain midi', '2026-11-29 12:00'],
    ['aujourd’hui 16 h', '2026-11-27 16:00'],
    ['16h', '2026-11-27 16:00'],
    ['dans 2 semaines', '2026-12-11'],
    ['dans une semaine 10h', '2026-12-04 10:00'],
    ['+1 semaine', '2026-12-04'],
    ['+3j', '2026-11-30'],
    ['+ 1 mois', '2026-12-28'],
    ['dans 15 jours', '2026-12-14'],
    ['dans 4 semaines', '2026-12-28'],
    ['dimanche', '2026-11-29'],
    ['4/12 à 14h', '2026-12-04 14:00'],
    ['4 décembre 14h', '2026-12-04 14:00'],
    ['vendredi 4 décembre', '2026-12-04'],
    ['12/01', '2027-01-12'],
    ['le 4', '2026-12-04'],
    ['30', '2026-11-30'],
    ['1er mars 2027 8h05', '2027-03-01 08:05'],
  ])('in French: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ['tomorrow 2pm', '2026-11-28 14:00'],
    ['thursday at 2:30pm', '2026-12-03 14:30'],
    ['tue 12am', '2026-12-01 00:00'],
    ['in 2 weeks', '2026-12-11'],
    ['4 december 14:00', '2026-12-04 14:00'],
  ])('in English: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test('the last day of a month is in every month', () => {
    expect(typedMoment('dans 1 mois', '2026-12-31' as LocalDate)?.day).toBe('2027-02-01');
    expect(typedMoment('dans 2 mois', '2026-07-31' as LocalDate)?.day).toBe('2026-09-30');
  });

  test.each(['', '   ', 'bientôt', 'jeudi 25h', '31/02', '14h70', 'jeudi ou vendredi', '14/13'])(
    'what is not understood is not guessed: “%s”',
    (text) => {
      expect(said(text)).toBeNull();
    },
  );
});

describe('what is proposed', () => {
  test.each([
    ['2026-12-28', '09:00', true, 'lundi 28 décembre 2026, 9_h.'],
    ['2026-12-28', '09:00', false, 'lundi 28 décembre 2026, 9_h, heure à confirmer.'],
    ['2026-11-29', '14:30', true, 'dimanche 29 novembre 2026, 14_h_30. C’est un dimanche.'],
    ['2026-12-25', '09:00', false, 'vendredi 25 décembre 2026, 9_h, heure à confirmer. C’est un jour férié.'],
  ])('%s at %s, said: %s', (day, time, isHourSaid, expected) => {
    const text = proposedMomentText(frenchWords, { day, time, isHourSaid }, { zone: 'Europe/Paris', language: 'fr' });
    expect(visible(text ?? '')).toBe(expected);
  });

  test('nothing, while the day or the hour is empty', () => {
    const where = { zone: 'Europe/Paris', language: 'fr' };
    expect(proposedMomentText(frenchWords, { day: '', time: '09:00', isHourSaid: true }, where)).toBeNull();
  });
});
