import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { MapPalette } from '../../../src/renderer/features/suggestion/map/map-palette.ts';
import { CLUSTER_LAYER, EMPLOYER_LAYERS, mapStyle } from '../../../src/renderer/features/suggestion/map/map-style.ts';

const COLOUR = '#0b5c6b';
const NAMES = [
  'sea',
  'land',
  'border',
  'town',
  'paper',
  'ink',
  'inkSoft',
  'inkQuiet',
  'accent',
  'onAccent',
  'accentHalf',
];
const palette = Object.fromEntries(NAMES.map((name) => [name, COLOUR])) as MapPalette;
const style = mapStyle(palette, null);

describe('the style of the map', () => {
  it('is one that MapLibre draws', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('has no address in it: nothing is asked of anybody', () => {
    expect(JSON.stringify(style)).not.toMatch(/[a-z]+:\/\/|\burl\b|\btiles\b/i);
    expect(Object.keys(style)).not.toContain('glyphs');
    expect(Object.keys(style)).not.toContain('sprite');
  });

  it('holds its data itself, and every layer draws one of its sources', () => {
    for (const source of Object.values(style.sources)) expect(source.type).toBe('geojson');
    for (const layer of style.layers) {
      if (layer.type !== 'background')
        expect(Object.keys(style.sources)).toContain('source' in layer ? layer.source : '');
    }
    const ids = style.layers.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([...EMPLOYER_LAYERS, CLUSTER_LAYER]));
  });
});
