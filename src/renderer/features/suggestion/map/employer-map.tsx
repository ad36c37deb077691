import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { distanceText, numberText } from '../../../i18n/formats.ts';
import { useOneAtATime } from '../../../platform/one-at-a-time.ts';
import { callQuery } from '../../../platform/query-client.ts';
import type { CompleteSearch } from '../search.ts';
import type { PointsQuery } from '../suggestion.queries.ts';
import './employer-map.css';
import { MapLegend } from './map-legend.tsx';
import { landmarkReach, type MapScene, type Spot } from './map-scene.ts';

const usePoints = (query: PointsQuery) => useQuery(query);

/** A chunk of its own, read when a map is first shown. */
const MapCanvas = lazy(async () => ({ default: (await import('./map-canvas.tsx')).MapCanvas }));

interface EmployerMapProps {
  readonly search: CompleteSearch;
  readonly points: PointsQuery;
  readonly activeKey: string | null;
  readonly pointedKey: string | null;
  /** Names of the rows of the table, by key. */
  readonly names: ReadonlyMap<string, string>;
  readonly onChoose: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
}

/** The employers of a list around the place of the search: the same selection as the table, for the eye. */
export function EmployerMap(props: EmployerMapProps) {
  const { search, points: asked, activeKey, pointedKey, names, onChoose, onPoint } = props;
  const { t, i18n } = useTranslation();
  const { place, radiusKm } = search;
  const [, { data: points = null }] = useOneAtATime(asked, usePoints);
  const { data: landmarks = null } = useQuery(
    callQuery('place.landmarks', { communeCode: place.communeCode, reachKm: landmarkReach(radiusKm) }),
  );
  const active = useSpot(activeKey, names);
  const pointed = useSpot(pointedKey, names);
  const { lat, lon, name } = place;
  const scene = useMemo<MapScene>(
    () => ({ centre: { lat, lon, name }, radiusKm, points, landmarks, active, pointed }),
    [lat, lon, name, radiusKm, points, landmarks, active, pointed],
  );
  const [canDraw, setCanDraw] = useState(hasWebGl);
  if (!canDraw) return <p className="map-missing">{t('map.cannotDraw')}</p>;
  const eligible = points?.eligible ?? 0;
  const drawn = points?.sirets.length ?? 0;
  const words = { n: numberText(drawn, i18n.language), total: numberText(eligible, i18n.language), place: place.name };
  return (
    <section className="map-panel" aria-label={t('map.title')}>
      <p className="visually-hidden">
        {t('map.sentence', { ...words, count: drawn, radius: distanceText(radiusKm, i18n.language) })}
      </p>
      <Suspense fallback={<div className="map-ground" />}>
        <MapCanvas scene={scene} onChoose={onChoose} onPoint={onPoint} onFail={() => setCanDraw(false)} />
      </Suspense>
      <MapLegend
        hasLevels={points !== null && points.levels !== null}
        hasRetained={(points?.retained.length ?? 0) > 0}
      />
      {drawn < eligible ? <p className="map-capped">{t('map.capped', words)}</p> : null}
    </section>
  );
}

/** The name of an employer that is on the map, in the table or not there yet. */
function useSpot(key: string | null, names: ReadonlyMap<string, string>): Spot | null {
  const known = key === null ? undefined : names.get(key);
  const isSiret = key !== null && /^\d{14}$/.test(key);
  const { data } = useQuery({
    ...callQuery('employer.get', { siret: key ?? '' }),
    enabled: isSiret && known === undefined,
  });
  const name = known ?? data?.name ?? '';
  return useMemo(() => (key === null || !isSiret ? null : { key, name }), [key, isSiret, name]);
}

/** The context is given back: a page has sixteen of them, and the next one takes the oldest away from the map that has it. */
function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
