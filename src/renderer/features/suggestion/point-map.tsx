import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SuggestedEmployer } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import type { MapPoints } from './map/map-scene.ts';
import { compassOf, offsetKm } from './plan.ts';
import './point-map.css';
import type { CompleteSearch } from './search.ts';
import type { PointsQuery } from './suggestion.queries.ts';

const RADIUS_PX = 84;
const SIZE_PX = 208;

/** The circle of the search, its centre, the other employers and this one: a plan without streets, north up. */
export function PointMap({
  points: query,
  search,
  employer,
}: {
  readonly points: PointsQuery;
  readonly search: CompleteSearch;
  readonly employer: SuggestedEmployer;
}) {
  const { t, i18n } = useTranslation();
  const { data: points } = useQuery(query);
  const { place, radiusKm } = search;
  const scale = RADIUS_PX / radiusKm;
  const at = (point: { readonly lat: number; readonly lon: number }) => {
    const { east, north } = offsetKm(place, point);
    return { cx: (east * scale).toFixed(1), cy: (-north * scale).toFixed(1) };
  };
  const others = pointsAround(points, employer.siret);
  const compass = compassOf(place, employer);
  const words = {
    radius: numberText(radiusKm, i18n.language),
    place: place.name,
    distance: distanceText(employer.distanceKm, i18n.language),
    name: employer.name,
  };
  const whereabouts =
    compass === null ? t('map.inCentre', words) : t('map.towards', { ...words, side: t(`compass.${compass}`) });
  const label = `${whereabouts} ${t('map.others', { count: others.length, n: numberText(others.length, i18n.language) })}`;
  const half = SIZE_PX / 2;
  return (
    <figure className="point-map" role="img" aria-label={label}>
      <svg viewBox={`${-half} ${-half} ${SIZE_PX} ${SIZE_PX}`} aria-hidden="true">
        <circle className="point-map-area" r={RADIUS_PX} />
        {others.map((point) => (
          <circle key={point.key} className="point-map-other" r={others.length > 80 ? 1.8 : 3} {...at(point)} />
        ))}
        <circle className="point-map-centre" r={3} />
        <circle className="point-map-here" r={6} {...at(employer)} />
        <text className="point-map-text" x={0} y={-RADIUS_PX - 6} textAnchor="middle">
          {t('map.north')}
        </text>
        <text className="point-map-text" x={0} y={RADIUS_PX + 14} textAnchor="middle">
          {distanceText(radiusKm, i18n.language)}
        </text>
      </svg>
    </figure>
  );
}

const MOST_DRAWN = 500;

function pointsAround(points: MapPoints | undefined, siret: string) {
  if (points === undefined) return [];
  const { sirets, lats, lons } = points;
  return sirets
    .map((key, index) => ({ key, lat: lats[index] ?? 0, lon: lons[index] ?? 0 }))
    .filter(({ key }) => key !== siret)
    .slice(0, MOST_DRAWN);
}
