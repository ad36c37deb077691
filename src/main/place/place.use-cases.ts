import type { Place } from '../../shared/domain/place/place.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { perRelease, type CurrentRelease } from '../dataset/release.use-cases.ts';
import { placeRepository } from './place.repository.ts';

export interface PlaceUseCases {
  search(text: string, limit: number): readonly Place[];
  /** @throws AppError NOT_FOUND */
  get(communeCode: string): Place;
}

export function makePlaceUseCases(release: CurrentRelease): PlaceUseCases {
  const places = perRelease(release, placeRepository);
  return {
    search: (text, limit) => places().search(text, limit),
    get(communeCode) {
      const place = places().find(communeCode);
      if (place === null) throw new AppError('NOT_FOUND', 'No commune has this code.', { communeCode });
      return place;
    },
  };
}
