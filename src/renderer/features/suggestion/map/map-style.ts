/** The look of the map: our own, without an address in it. Words are drawn with the font of the application. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';

export const SOURCES = {
  land: 'land',
  towns: 'towns',
  area: 'area',
  centre: 'centre',
  employers: 'employers',
  spots: 'spots',
} as const;

/** Layers that answer to the pointer. */
export const EMPLOYER_LAYERS = ['employers', 'spots'] as const;
export const CLUSTER_LAYER = 'clusters';

/** Beyond, places are no longer known: an establishment is at its street at best, at its commune at worst. */
export const CLOSEST_ZOOM = 15;
export const WIDEST_ZOOM = 3.5;

const FONT = ['Inter Variable'];
/** The weight is read off the name; the second family is the one there is. */
const STRONG_FONT = ['Inter Variable Semibold', 'Inter Variable'];
const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Gathered while their points would touch, unless there are only two. */
const CLUSTER_PX = 34;
const FEWEST_GATHERED = 3;

/** @param land outlines of countries; null until they are read */
export function mapStyle(palette: MapPalette, land: GeoJSON.FeatureCollection | null): StyleSpecification {
  const drawn = { type: 'geojson', data: NOTHING } as const;
  return {
    version: 8,
    sources: {
      [SOURCES.land]: { ...drawn, data: land ?? NOTHING, maxzoom: 8, tolerance: 0.6 },
      [SOURCES.towns]: { ...drawn, maxzoom: 9 },
      [SOURCES.area]: { ...drawn, tolerance: 0 },
      [SOURCES.centre]: drawn,
      [SOURCES.employers]: {
        ...drawn,
        cluster: true,
        clusterRadius: CLUSTER_PX,
        clusterMinPoints: FEWEST_GATHERED,
        // Those that share one point, that of their commune, stay together however close one comes.
        clusterMaxZoom: CLOSEST_ZOOM,
        maxzoom: CLOSEST_ZOOM + 1,
      },
      [SOURCES.spots]: drawn,
    },
    layers: [
      ...ground(palette),
      ...area(palette),
      ...names(palette),
      ...employers(palette),
      ...spots(palette),
      ...centreName(palette),
    ],
  };
}

/** Sea, land, and a stain where many people live: its surface is that of the population, about 3,000 a square kilometre. */
function ground(palette: MapPalette): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: SOURCES.land, paint: { 'fill-color': palette.land } },
    {
      id: 'borders',
      type: 'line',
      source: SOURCES.land,
      paint: { 'line-color': palette.border, 'line-width': 1 },
    },
    {
      id: 'towns',
      type: 'circle',
      source: SOURCES.towns,
      filter: ['>', ['get', 'population'], 0],
      paint: {
        'circle-color': palette.town,
        'circle-radius': [
          'interpolate',
          ['exponential', 2],
          ['zoom'],
          0,
          ['*', townRadiusKm, 1 / KM_PER_PX_AT_0],
          16,
          ['*', townRadiusKm, 2 ** 16 / KM_PER_PX_AT_0],
        ],
        'circle-blur': 0.15,
      },
    },
  ];
}

/** The Earth is 512 px around at zoom 0, at the equator; two thirds of it at the latitude of France. */
const KM_PER_PX_AT_0 = (40_075 / 512) * 0.66;
const townRadiusKm: ExpressionSpecification = ['*', 0.0103, ['sqrt', ['get', 'population']]];

function area(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'area',
      type: 'fill',
      source: SOURCES.area,
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.07 },
    },
    {
      id: 'edge',
      type: 'line',
      source: SOURCES.area,
      paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-dasharray': [3, 2] },
    },
    {
      id: 'centre',
      type: 'circle',
      source: SOURCES.centre,
      paint: {
        'circle-radius': 3.5,
        'circle-color': palette.ink,
        'circle-stroke-color': palette.paper,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

function names(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'names',
      type: 'symbol',
      source: SOURCES.towns,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': [
          'interpolate',
          ['linear'],
          ['get', 'population'],
          0,
          10.5,
          20_000,
          12,
          100_000,
          13.5,
          500_000,
          15,
        ],
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': ['interpolate', ['linear'], ['zoom'], 7, 16, 11, 9],
        'text-max-width': 9,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.35,
      },
      paint: {
        'text-color': ['step', ['get', 'population'], palette.inkQuiet, 50_000, palette.inkSoft],
        'text-halo-color': palette.land,
        'text-halo-width': 1.4,
      },
    },
  ];
}

/** Empty, half, full: what is expected is read without its colour. */
function employers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'employers',
      type: 'circle',
      source: SOURCES.employers,
      filter: ['!', ['has', 'point_count']],
      paint: {
        'circle-radius': 5.5,
        'circle-color': ofLevel(palette),
        'circle-stroke-color': ['match', ['get', 'level'], 'none', palette.inkQuiet, palette.accent],
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: CLUSTER_LAYER,
      type: 'circle',
      source: SOURCES.employers,
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 1.7, 11, 10, 17, 55, 25],
        'circle-color': palette.paper,
        'circle-stroke-color': palette.accent,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'counts',
      type: 'symbol',
      source: SOURCES.employers,
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': STRONG_FONT,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.ink },
    },
  ];
}

/** Retained ones with their sign, and where one is: over the rest. */
function spots(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'ring',
      type: 'circle',
      source: SOURCES.spots,
      filter: ['any', ['get', 'isActive'], ['get', 'isPointed']],
      paint: {
        'circle-radius': ['case', ['get', 'isActive'], 13, 11],
        'circle-color': palette.paper,
        'circle-stroke-color': ['case', ['get', 'isActive'], palette.accent, palette.inkQuiet],
        'circle-stroke-width': ['case', ['get', 'isActive'], 3, 1.5],
      },
    },
    {
      id: 'spots',
      type: 'circle',
      source: SOURCES.spots,
      paint: {
        'circle-radius': ['case', ['get', 'isRetained'], 8.5, 6.5],
        'circle-color': ['case', ['get', 'isRetained'], palette.accent, ofLevel(palette)],
        'circle-stroke-color': ['case', ['get', 'isRetained'], palette.paper, palette.accent],
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'signs',
      type: 'symbol',
      source: SOURCES.spots,
      filter: ['get', 'isRetained'],
      layout: {
        'text-field': '✓',
        'text-font': FONT,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.onAccent },
    },
    {
      id: 'labels',
      type: 'symbol',
      source: SOURCES.spots,
      filter: ['!=', ['get', 'name'], ''],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': STRONG_FONT,
        'text-size': 13,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 1.4,
        'text-max-width': 14,
        'text-allow-overlap': true,
        // What one looks at first.
        'symbol-sort-key': ['case', ['get', 'isActive'], 0, 1],
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.paper, 'text-halo-width': 2.2 },
    },
  ];
}

/** The commune that one searches around: its name finds room before any other. */
function centreName(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'centre-name',
      type: 'symbol',
      source: SOURCES.centre,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': STRONG_FONT,
        'text-size': 14,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.6,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.land, 'text-halo-width': 2 },
    },
  ];
}

function ofLevel(palette: MapPalette): ExpressionSpecification {
  const { accent, accentHalf, paper, inkQuiet } = palette;
  return ['match', ['get', 'level'], 'more', accent, 'average', accentHalf, 'less', paper, inkQuiet];
}
