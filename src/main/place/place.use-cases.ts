import type { Place } from '../../shared/domain/place/place.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { perRelease, type CurrentRelease } from '../dataset/release.use-cases.ts';
import { placeRepository } from './place.repository.ts';

export interface PlaceUseCases {
  search(text: string, limit: number): readonly Place[];
  /** @throws AppError NOT_FOUND */
  get(communeCode: string): Place;
  /** The départements nearest to a commune, its own first. @throws AppError NOT_FOUND */
  departementsNear(communeCode: string, limit: number): readonly string[];
}

export function makePlaceUseCases(release: CurrentRelease): PlaceUseCases {
  const places = perRelease(release, placeRepository);
  const get = (communeCode: string): Place => {
    const place = places().find(communeCode);
    if (place === null) throw new AppError('NOT_FOUND', 'No commune has this code.', { communeCode });
    return place;
  };
  return {
    get,
    search: (text, limit) => places().search(text, limit),
    departementsNear: (communeCode, limit) => places().departementsNear(get(communeCode), limit),
  };
}
