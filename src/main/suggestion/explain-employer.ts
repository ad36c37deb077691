import { SHRINK_UNDER_HIRES } from '../../shared/domain/market/affinity.rules.ts';
import type { EmployerQuery, Explanation } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { CurrentRelease } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import type { OccupationUseCases } from '../occupation/occupation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';
import { potentialAt, toSuggestion } from './employer-rows.ts';
import type { EmployerSearcher, Exclusions } from './employer-search.ts';
import { widerRadii } from './wider-radii.ts';

export interface ExplainDependencies {
  readonly searcher: EmployerSearcher;
  readonly employers: EmployerUseCases;
  readonly occupations: OccupationUseCases;
  readonly places: PlaceUseCases;
}

/** @throws AppError NOT_FOUND when the establishment is not in the list */
export type ExplainEmployer = (query: EmployerQuery, exclusions: Exclusions, siret: string) => Explanation;

/** Why an employer is where it is in a list, with the facts behind the words. */
export function makeExplainEmployer(
  release: CurrentRelease,
  { searcher, employers, occupations, places }: ExplainDependencies,
): ExplainEmployer {
  return (query, exclusions, siret) => {
    const current = release();
    const search = searcher.search(query, exclusions);
    const place = search.ranked(Number(siret));
    if (place === null) throw new AppError('NOT_FOUND', 'This employer is not in the list.', { siret });
    const { employer, rank } = place;
    const potential = potentialAt(current.columns, search, employer.row);
    const row = toSuggestion(current, search, employer, employers);
    const entry = searcher.entryRate(row.naf);
    return {
      siret,
      rank,
      eligible: search.counts().eligible,
      score: employer.score,
      factors: row.factors,
      potential: row.potential,
      facts: {
        rome: potential.rome,
        romeLabel: occupations.get(potential.rome).label,
        sectorLabel: row.sectorLabel,
        affinity: potential.affinity,
        sectorHires: potential.sectorHires,
        isShrunk: potential.sectorHires < SHRINK_UNDER_HIRES,
        distanceKm: row.distanceKm,
        positionBasis: row.positionBasis,
        placeName: places.get(query.communeCode).name,
        headcountBand: row.headcountBand,
        entryRate:
          entry === null
            ? null
            : {
                rate: entry.rate,
                sectorLabel: entry.sector_label,
                scope: entry.scope,
                source: entry.source,
                year: entry.year,
                link: entry.link,
              },
      },
      changes: widerRadii(searcher, query, exclusions, search.counts().eligible),
    };
  };
}
