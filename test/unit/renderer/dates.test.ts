import { describe, expect, test } from 'vitest';
import {
  appointmentText,
  durationText,
  fullMomentText,
  hourText,
  instantOfFields,
  nearDayText,
  onDayText,
  shortDayText,
  sinceText,
} from '../../../src/renderer/i18n/dates.ts';

const visible = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '_');
const ZONE = 'Europe/Paris';
/** A Friday. */
const TODAY = '2026-11-27';
const at = (day: string, time: string): number => instantOfFields(day, time, ZONE)!;

describe('how long ago', () => {
  test.each([
    ['2026-11-27', 'aujourd’hui'],
    ['2026-11-26', 'hier'],
    ['2026-11-04', 'il y a 23_jours'],
    ['2026-09-17', 'il y a 71_jours'],
    ['2026-11-28', 'demain'],
  ])('%s is said "%s"', (day, words) => {
    expect(visible(sinceText(day, TODAY, 'fr'))).toBe(words);
  });

  test('in English too', () => {
    expect(visible(sinceText('2026-11-04', TODAY, 'en'))).toBe('23_days ago');
  });
});

describe('an appointment', () => {
  test.each([
    ['2026-11-27', '10:30', 'aujourd’hui 10_h_30'],
    ['2026-11-28', '09:00', 'demain 9_h'],
    ['2026-12-03', '14:00', 'jeudi 14_h'],
    ['2026-12-04', '14:00', '4 décembre'],
    ['2026-12-12', '09:00', '12 décembre'],
    ['2027-01-05', '09:00', '5 janvier 2027'],
  ])('on %s at %s is said "%s"', (day, time, words) => {
    expect(visible(appointmentText(at(day, time), TODAY, ZONE, 'fr'))).toBe(words);
  });

  test('has its hour in English as a clock shows it', () => {
    expect(appointmentText(at('2026-12-03', '14:05'), TODAY, ZONE, 'en')).toBe('Thursday 14:05');
  });

  test('is said whole in the file', () => {
    expect(visible(fullMomentText(at('2026-12-03', '14:00'), ZONE, 'fr'))).toBe('jeudi 3 décembre 2026, 14_h');
  });

  test('is at the hour of the wall, summer and winter', () => {
    expect(visible(hourText(at('2026-07-01', '09:05'), ZONE, 'fr'))).toBe('9_h_05');
    expect(visible(hourText(at('2026-12-01', '23:30'), ZONE, 'fr'))).toBe('23_h_30');
  });
});

describe('days', () => {
  test('near ones have a name, the others a date, with its year when it is another', () => {
    expect(nearDayText('2026-12-02', TODAY, 'fr')).toBe('mercredi');
    expect(nearDayText('2026-12-04', TODAY, 'fr')).toBe('4 décembre');
    expect(shortDayText('2025-03-04', TODAY, 'fr')).toBe('4 mars 2025');
  });

  test('the first of a month is "1er" in French, and a plain figure in English', () => {
    expect(shortDayText('2027-01-01', TODAY, 'fr')).toBe('1er janvier 2027');
    expect(onDayText('2026-11-01', TODAY, 'fr')).toBe('le 1er novembre');
    expect(fullMomentText(at('2026-12-01', '14:00'), ZONE, 'fr')).toMatch(/^mardi 1er décembre 2026/);
    expect(shortDayText('2026-12-11', TODAY, 'fr')).toBe('11 décembre');
    expect(onDayText('2026-11-01', TODAY, 'en')).toBe('1 November');
  });

  test('a field that is not filled in is no instant', () => {
    expect(instantOfFields('', '09:00', ZONE)).toBeNull();
    expect(instantOfFields('2026-11-27', '', ZONE)).toBeNull();
  });
});

test('a delay is counted down in words', () => {
  expect(visible(durationText(4, 'fr'))).toBe('4_secondes');
  expect(visible(durationText(1, 'fr'))).toBe('1_seconde');
  expect(visible(durationText(80, 'fr'))).toBe('1_minute 20_secondes');
  expect(visible(durationText(120, 'fr'))).toBe('2_minutes');
  expect(visible(durationText(0, 'fr'))).toBe('0_seconde');
  expect(visible(durationText(80, 'en'))).toBe('1_minute 20_seconds');
});

test('a day after a preposition takes its article where French wants one', () => {
  expect(visible(onDayText('2026-12-12', TODAY, 'fr'))).toBe('le 12 décembre');
  expect(visible(onDayText('2026-12-02', TODAY, 'fr'))).toBe('mercredi');
  expect(visible(onDayText('2026-12-12', TODAY, 'en'))).toBe('12 December');
});
