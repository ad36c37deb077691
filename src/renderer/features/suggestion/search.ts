import type { EmployerQuery } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { isoWeekOf, localDateAt } from '../../../shared/kernel/local-date.ts';
import type { EmployerSearch } from '../../platform/location.ts';

export const DEFAULT_SEARCH: EmployerSearch = {
  occupation: null,
  place: null,
  radiusKm: 15,
  group: 'private',
  sections: [],
  sizes: [],
  hasContact: false,
  order: 'spread',
  seed: '',
  activeSiret: null,
  explainedSiret: null,
  origin: null,
};

/** A search that has its two halves can be asked. */
export type CompleteSearch = EmployerSearch & {
  readonly occupation: NonNullable<EmployerSearch['occupation']>;
  readonly place: NonNullable<EmployerSearch['place']>;
};

export function isComplete(search: EmployerSearch): search is CompleteSearch {
  return search.occupation !== null && search.place !== null;
}

export function toQuery(search: CompleteSearch): EmployerQuery {
  return {
    romes: [search.occupation.rome],
    communeCode: search.place.communeCode,
    radiusKm: search.radiusKm,
    group: search.group,
    sections: [...search.sections],
    sizes: [...search.sizes],
    ...(search.hasContact ? { hasContact: true } : {}),
  };
}

/** A draw of the varied order: two people who ask the same question the same week do not get the same list. */
export function newSeed(): string {
  const week = isoWeekOf(localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone));
  return `${week} ${crypto.randomUUID()}`;
}

/** Another question about the same person's search: filters, draw and the row looked at belong to the former one. */
export function withSubject(search: EmployerSearch, subject: Partial<EmployerSearch>): EmployerSearch {
  const fresh = { group: 'private', sections: [], sizes: [], hasContact: false } as const;
  const unseen = { activeSiret: null, explainedSiret: null } as const;
  return { ...search, ...fresh, ...unseen, seed: newSeed(), origin: null, ...subject };
}

/** A narrower or wider list of the same question: the row looked at stays if it is still there. */
export function withFilter(search: EmployerSearch, filter: Partial<EmployerSearch>): EmployerSearch {
  return { ...search, explainedSiret: null, ...filter };
}

/** The same question in another varied order, seen from its top. */
export function withNewDraw(search: EmployerSearch): EmployerSearch {
  return { ...search, order: 'spread', seed: newSeed(), activeSiret: null, explainedSiret: null };
}
