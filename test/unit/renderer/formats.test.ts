import { describe, expect, test } from 'vitest';
import {
  bytesText,
  dayText,
  distanceText,
  monthText,
  numberText,
  percentText,
  siretText,
} from '../../../src/renderer/i18n/formats.ts';

const visible = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '_');

describe('numbers as one writes them in French', () => {
  test.each([
    [0.04, '<_100_m'],
    [0.35, '400_m'],
    [0.94, '900_m'],
    [0.96, '1,0_km'],
    [2.84, '2,8_km'],
    [9.96, '10_km'],
    [24.4, '24_km'],
  ])('a distance of %f km is written %s', (km, text) => {
    expect(visible(distanceText(km, 'fr'))).toBe(text);
  });

  test('thousands are parted, and never broken at the end of a line', () => {
    expect(visible(numberText(119988, 'fr'))).toBe('119_988');
    expect(numberText(119988, 'en')).toBe('119,988');
  });

  test('a share is a percentage, with a decimal only under one percent', () => {
    expect(visible(percentText(0.314, 'fr'))).toBe('31_%');
    expect(visible(percentText(0.006, 'fr'))).toBe('0,6_%');
    expect(visible(percentText(0, 'fr'))).toBe('0_%');
  });

  test('a share that is not nothing never reads as nothing', () => {
    expect(visible(percentText(0.001, 'fr'))).toBe('0,1_%');
    expect(visible(percentText(0.0004, 'fr'))).toBe('moins de_0,1_%');
    expect(visible(percentText(0.0004, 'en'))).toBe('less than_0.1%');
  });

  test('dates are in words, whatever the time zone of the machine', () => {
    expect(dayText('2026-06-04', 'fr')).toBe('4 juin 2026');
    expect(dayText('2026-06-04', 'en')).toBe('4 June 2026');
    expect(monthText('2026-06', 'fr')).toBe('juin 2026');
  });

  test('what is not a date is left as it is', () => {
    expect(dayText('ROME 3.47, 2021', 'fr')).toBe('ROME 3.47, 2021');
  });

  test('sizes of files have their unit', () => {
    expect(visible(bytesText(812, 'fr'))).toBe('812_o');
    expect(visible(bytesText(1_240_000_000, 'fr'))).toBe('1,2_Go');
    expect(visible(bytesText(40_210, 'en'))).toBe('40_kB');
  });

  test('a SIRET is in groups', () => {
    expect(visible(siretText('12345678900012'))).toBe('123_456_789_00012');
  });
});
