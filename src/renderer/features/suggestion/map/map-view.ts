/** MapLibre, and nothing of React: a scene in, what the pointer does out. */
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapGeoJSONFeature,
  type MapLayerMouseEvent,
  ScaleControl,
  setWorkerCount,
  setWorkerUrl,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { outlines } from 'virtual:outlines';
import { mapWorkerUrl } from '../../../platform/map-worker.ts';
import { areaOf, boundsOf, centreOf, employersOf, positionOf, spotsOf, townsOf } from './map-features.ts';
import type { MapPalette } from './map-palette.ts';
import { EMPTY_POINTS, type MapScene } from './map-scene.ts';
import { CLOSEST_ZOOM, CLUSTER_LAYER, EMPLOYER_LAYERS, mapStyle, SOURCES, WIDEST_ZOOM } from './map-style.ts';

setWorkerUrl(mapWorkerUrl);
// One is enough for a few thousand points, and it holds what it draws in memory.
setWorkerCount(1);

export interface MapView {
  /** Draws what differs from the scene before. */
  show(scene: MapScene): void;
  repaint(palette: MapPalette): void;
  /** The whole circle again. */
  fit(): void;
  zoom(by: 1 | -1): void;
  remove(): void;
}

interface MapViewOptions {
  readonly container: HTMLElement;
  readonly palette: MapPalette;
  readonly scene: MapScene;
  /** No movement that one did not make. */
  readonly isStill: boolean;
  readonly onChoose: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
}

/** Air between the circle and the edges, in pixels. */
const PADDING = 26;
const MOTION_MS = 150;
/** A circle that takes less than this part of the map is too far to be read. */
const SMALLEST_PART = 0.45;

/** @throws when there is no WebGL to draw with */
export function openMapView({ container, palette, scene: first, isStill, onChoose, onPoint }: MapViewOptions): MapView {
  let scene = first;
  let isThere = false;
  const duration = isStill ? 0 : MOTION_MS;
  const map = new MapLibre({
    container,
    style: mapStyle(palette, outlines),
    bounds: boundsOf(first.centre, first.radiusKm),
    fitBoundsOptions: { padding: PADDING },
    minZoom: WIDEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    // North is up, the ground is flat, and the table has the keys.
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    keyboard: false,
    boxZoom: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    reduceMotion: isStill,
  });
  map.touchZoomRotate.disableRotation();
  // The pointer leaves the focus where it is.
  map.getCanvas().removeAttribute('tabindex');
  map.getCanvas().removeAttribute('role');
  map.addControl(new ScaleControl({ maxWidth: 90, unit: 'metric' }), 'bottom-left');

  const setData = (source: string, data: GeoJSON.GeoJSON): void => {
    void map.getSource<GeoJSONSource>(source)?.setData(data);
  };
  const fit = (): void => {
    map.fitBounds(boundsOf(scene.centre, scene.radiusKm), { padding: PADDING, duration });
  };
  /** The circle has left the map, or has become small in it. */
  const isLost = (): boolean => {
    const [west, south, east, north] = boundsOf(scene.centre, scene.radiusKm);
    const [from, to] = [map.project([west, north]), map.project([east, south])];
    const { clientWidth: width, clientHeight: height } = container;
    const isOut = from.x < 0 || from.y < 0 || to.x > width || to.y > height;
    return isOut || (to.x - from.x < SMALLEST_PART * width && to.y - from.y < SMALLEST_PART * height);
  };
  const draw = (before: MapScene | null): void => {
    const { centre, radiusKm, points, landmarks, active, pointed } = scene;
    container.dataset['isStill'] = 'false';
    const hasMoved = before?.centre.lat !== centre.lat || before.centre.lon !== centre.lon;
    if (hasMoved) setData(SOURCES.centre, centreOf(centre));
    if (hasMoved || before.radiusKm !== radiusKm) setData(SOURCES.area, areaOf(centre, radiusKm));
    if (before?.points !== points) setData(SOURCES.employers, employersOf(points ?? EMPTY_POINTS));
    if (before?.points !== points || before.active !== active || before.pointed !== pointed)
      setData(SOURCES.spots, spotsOf(scene));
    if (landmarks !== null && before?.landmarks !== landmarks) setData(SOURCES.towns, townsOf(landmarks, centre.name));
    if (before === null) return;
    if (hasMoved || (before.radiusKm !== radiusKm && isLost())) fit();
    else if (before.active?.key !== active?.key) reveal();
  };
  const reveal = (): void => {
    const position = positionOf(scene.points, scene.active);
    if (position === null || map.getBounds().contains([position.lon, position.lat])) return;
    map.panTo([position.lon, position.lat], { duration });
  };

  // Until all is there, one sees the ground and not the sea.
  map.on('idle', () => {
    container.dataset['drawn'] = 'true';
    container.dataset['isStill'] = 'true';
  });
  map.on('load', () => {
    isThere = true;
    draw(null);
  });
  map.on('mousemove', [...EMPLOYER_LAYERS, CLUSTER_LAYER], ({ features = [] }: MapLayerMouseEvent) => {
    map.getCanvas().style.cursor = 'pointer';
    onPoint(keyOf(features[0]));
  });
  map.on('mouseleave', [...EMPLOYER_LAYERS, CLUSTER_LAYER], () => {
    map.getCanvas().style.cursor = '';
    onPoint(null);
  });
  map.on('click', [...EMPLOYER_LAYERS], ({ features = [] }: MapLayerMouseEvent) => {
    const key = keyOf(features[0]);
    if (key !== null) onChoose(key);
  });
  map.on('click', CLUSTER_LAYER, ({ features = [] }: MapLayerMouseEvent) => {
    const cluster = features[0];
    // The list changed, or the map was closed, while it was asked: there is no such gathering any more.
    if (cluster !== undefined) openCluster(cluster).catch(() => undefined);
  });

  /** Comes closer; where that would part nobody, goes from one to the next of those who share the point. */
  const openCluster = async ({ properties, geometry }: MapGeoJSONFeature): Promise<void> => {
    const source = map.getSource<GeoJSONSource>(SOURCES.employers);
    const id = Number(properties['cluster_id']);
    if (source === undefined || geometry.type !== 'Point') return;
    const zoom = await source.getClusterExpansionZoom(id);
    if (zoom <= CLOSEST_ZOOM) {
      const [lon = 0, lat = 0] = geometry.coordinates;
      map.easeTo({ center: [lon, lat], zoom: zoom + 0.2, duration });
      return;
    }
    const leaves = await source.getClusterLeaves(id, Number(properties['point_count']), 0);
    const keys = leaves.map((leaf) => String(leaf.properties?.['key'])).sort();
    const next = keys[(keys.indexOf(scene.active?.key ?? '') + 1) % keys.length];
    if (next !== undefined) onChoose(next);
  };

  return {
    show(next) {
      const before = scene;
      scene = next;
      if (isThere) draw(before);
    },
    repaint(colours) {
      isThere = false;
      // Data are given again: a style carries none but the land.
      map.setStyle(mapStyle(colours, outlines), { diff: false });
      void map.once('style.load', () => {
        isThere = true;
        draw(null);
      });
    },
    fit,
    zoom: (by) => void map.zoomTo(map.getZoom() + by, { duration }),
    remove: () => map.remove(),
  };
}

function keyOf(feature: MapGeoJSONFeature | undefined): string | null {
  const key: unknown = feature?.properties['key'];
  return typeof key === 'string' ? key : null;
}
