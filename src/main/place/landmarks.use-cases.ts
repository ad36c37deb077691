import { LANDMARKS_AT_MOST, type Landmarks, type LandmarksQuery } from '../../shared/domain/place/landmark.schema.ts';
import { wholeCityOf } from '../../shared/domain/place/place-names.rules.ts';
import { compareText } from '../../shared/kernel/text.ts';
import { perRelease, type CurrentRelease } from '../dataset/release.use-cases.ts';
import { landmarkRepository } from './landmark.repository.ts';
import type { PlaceUseCases } from './place.use-cases.ts';
import type { Populations } from './populations.ts';

export interface LandmarkUseCases {
  /** @throws AppError NOT_FOUND */
  around(query: LandmarksQuery): Landmarks;
}

export function makeLandmarkUseCases(
  release: CurrentRelease,
  { places, populations }: { readonly places: Pick<PlaceUseCases, 'get'>; readonly populations: Populations },
): LandmarkUseCases {
  const communes = perRelease(release, landmarkRepository);
  return {
    around({ communeCode, reachKm }) {
      const inhabitants = populations();
      const largest = communes()
        .around(places.get(communeCode), reachKm)
        // Twenty names over the middle of Paris would hide that it is Paris.
        .filter(({ code }) => wholeCityOf(code) === null)
        .map((commune) => ({ ...commune, population: inhabitants.get(commune.code) ?? 0 }))
        .sort((a, b) => b.population - a.population || compareText(a.code, b.code))
        .slice(0, LANDMARKS_AT_MOST);
      return {
        names: largest.map(({ name }) => name),
        lats: largest.map(({ lat }) => lat),
        lons: largest.map(({ lon }) => lon),
        populations: largest.map(({ population }) => population),
      };
    },
  };
}
