/**
 * The ground of the map: coasts and borders, reduced from Natural Earth (public domain, as the package world-atlas gives
 * it). Where there are French communes it is at its finest, 1:10,000,000; elsewhere it is coarse, for one who zooms out.
 * Read at build only: the page gets GeoJSON and asks nobody for anything.
 */
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);

/** West, south, east, north of where there are French communes, seas and neighbours included. */
const FINE = [
  [-11, 40, 14, 54],
  [-58, 45.5, -54, 48],
  [-64, 13, -59.5, 19],
  [-56, 1, -50, 7],
  [43, -23, 58, -11],
  [157, -24, 170, -13],
  [-156, -29, -133, -6],
];

/** A thousandth of a degree, 111 m: the coast itself is drawn to a kilometre. */
const PRECISION = 1_000;

/** @returns {GeoJSON.FeatureCollection} one polygon or more a country */
export function outlines() {
  const fine = polygonsOf('countries-10m').filter(isFine);
  const drawn = new Set(fine.map(({ id }) => id));
  const coarse = polygonsOf('countries-110m').filter(({ id }) => !drawn.has(id));
  // A country that is fine in part is whole: its other islands come as they are.
  const rest = polygonsOf('countries-50m').filter((polygon) => drawn.has(polygon.id) && !isFine(polygon));
  return {
    type: 'FeatureCollection',
    features: [...fine, ...rest, ...coarse].map(({ rings }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings },
    })),
  };
}

/** Degrees: Canada and Russia touch a window, and their coasts are as long as those of all the others together. */
const WIDEST = 45;

function isFine({ box }) {
  return box[2] - box[0] < WIDEST && FINE.some((window) => meet(box, window));
}

function polygonsOf(name) {
  const atlas = require(`world-atlas/${name}.json`);
  return feature(atlas, atlas.objects.countries).features.flatMap(({ id, properties, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((rings) => ({
      id: id ?? properties.name,
      box: boxOf(rings[0]),
      rings: rings.map(rounded),
    })),
  );
}

/** To the precision of the map, without the points that then say nothing more. */
function rounded(ring) {
  const points = ring.map(([lon, lat]) => [
    Math.round(lon * PRECISION) / PRECISION,
    Math.round(lat * PRECISION) / PRECISION,
  ]);
  const kept = points.filter((point, index) => index === 0 || `${point}` !== `${points[index - 1]}`);
  // A ring has four points at least, the last one being the first.
  return kept.length < 4 ? points : kept;
}

function boxOf(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function meet([west, south, east, north], [left, bottom, right, top]) {
  return west <= right && east >= left && south <= top && north >= bottom;
}
