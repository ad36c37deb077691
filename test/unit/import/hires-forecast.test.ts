import { describe, expect, it } from 'vitest';
import { recogniseHeader } from '../../../src/main/import/recognise.ts';
import { hiresForecast } from '../../../src/main/import/sources/hires-forecast/hires-forecast.source.ts';

const ROW = { siret: '30000791900013', from: '2026-01', to: '2026-06', expected: '2.413', low: '0', high: '5' };
const parse = (differences: Partial<typeof ROW> = {}) => hiresForecast.parse({ ...ROW, ...differences }, 2);

describe('a forecast of hires', () => {
  it('is known by its columns, whatever the others', () => {
    expect(recogniseHeader('siret;from;to;expected;low;high;embauches_12_mois')?.source.name).toBe('hires-forecast');
    expect(recogniseHeader('siret;month;hires')).toBeNull();
  });

  it('says what is expected of an establishment, of which months and between which bounds', () => {
    expect(parse()).toEqual({
      ok: true,
      value: { siret: '30000791900013', from: '2026-01', to: '2026-06', expected: 2.413, low: 0, high: 5 },
    });
    expect(parse({ siret: '300 007 919 00013', expected: '2,413' })).toEqual(parse());
  });

  it('is of the month that it begins with', () => {
    const { value } = parse() as Extract<ReturnType<typeof parse>, { ok: true }>;
    expect(hiresForecast.vintageOf?.([value])).toBe('2026-01');
    expect(hiresForecast.vintageOf?.([])).toBe('unknown');
  });

  it.each([
    ['siret', { siret: '123' }],
    ['forecast-months', { from: 'soon' }],
    ['forecast-months', { from: '2026-13' }],
    ['forecast-months', { to: '2026-07' }],
    ['forecast-hires', { expected: '' }],
    ['forecast-hires', { expected: '-1' }],
    ['forecast-hires', { expected: '2000000' }],
    ['forecast-hires', { low: '6' }],
    ['forecast-hires', { low: '-1' }],
    ['forecast-hires', { high: '5.5' }],
    ['forecast-hires', { high: 'NaN' }],
  ] as const)('is refused for its %s', (code, differences) => {
    expect(parse(differences)).toMatchObject({ ok: false, error: { code } });
  });
});
