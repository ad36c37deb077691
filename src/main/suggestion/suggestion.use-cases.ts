import type { EmployerPoints, PointsQuery } from '../../shared/domain/suggestion/points.schema.ts';
import type {
  EmployerPage,
  EmployerPageQuery,
  EmployerQuery,
  Explanation,
  Widening,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { compareText } from '../../shared/kernel/text.ts';
import type { CurrentRelease, Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import type { OccupationUseCases } from '../occupation/occupation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';
import { makeCaseSuggestions, type CaseSuggestions } from './case-suggestions.use-cases.ts';
import { employerPage } from './employer-page.ts';
import { employerPoints } from './employer-points.ts';
import { makeEmployerSearcher, type Exclusions, exclusionsOf, type LeftOut } from './employer-search.ts';
import { makeExplainEmployer } from './explain-employer.ts';
import { sectorPotentialRepository } from './sector-potential.repository.ts';
import { makeReachableRelease } from './reachable-release.ts';
import { makeWidenList } from './widen-list.ts';
import { widerRadii } from './wider-radii.ts';

export { NOBODY_LEFT_OUT, type LeftOut } from './employer-search.ts';

export interface SuggestionUseCases {
  employers(query: EmployerPageQuery): EmployerPage;
  /** @throws AppError NOT_FOUND when the establishment is not in the list of the query */
  explain(query: EmployerQuery, siret: string): Explanation;
  widen(query: EmployerQuery): Widening;
  points(query: PointsQuery): EmployerPoints;
  /** The same lists without the employers that a case file set aside. */
  readonly forCase: CaseSuggestions;
}

interface SuggestionDependencies {
  readonly employers: EmployerUseCases;
  readonly occupations: OccupationUseCases;
  readonly places: PlaceUseCases;
  /** Who is in no list and no count of anybody on this workstation. */
  readonly leftOut: () => LeftOut;
  /** Sites where somebody of the agency found a contact. */
  readonly contactsHere: () => readonly string[];
}

const NEIGHBOURS_OFFERED = 8;

/** Lists of everyone, and of those that somebody knows how to reach: the same, of fewer establishments. */
export function makeSuggestionUseCases(
  release: CurrentRelease,
  dependencies: SuggestionDependencies,
): SuggestionUseCases {
  const reachable = makeReachableRelease(release, dependencies.employers, dependencies.contactsHere);
  const ofAll = suggestionsIn(release, { ...dependencies, whole: release, reachable });
  const ofReachable = suggestionsIn(reachable, { ...dependencies, whole: release, reachable });
  const of = ({ hasContact }: EmployerQuery): SuggestionUseCases => (hasContact === true ? ofReachable : ofAll);
  return {
    employers: (query) => of(query).employers(query),
    explain: (query, siret) => of(query).explain(query, siret),
    widen: (query) => of(query).widen(query),
    points: (query) => of(query).points(query),
    forCase: {
      ...ofAll.forCase,
      suggestedPage: (query, ...rest) => of(query).forCase.suggestedPage(query, ...rest),
      listedPage: (query, ...rest) => of(query).forCase.listedPage(query, ...rest),
      widen: (query, ...rest) => of(query).forCase.widen(query, ...rest),
      suggestedPoints: (query, ...rest) => of(query).forCase.suggestedPoints(query, ...rest),
      listedPoints: (query, ...rest) => of(query).forCase.listedPoints(query, ...rest),
      explain: (query, ...rest) => of(query).forCase.explain(query, ...rest),
      snapshotOf: (query, ...rest) => of(query).forCase.snapshotOf(query, ...rest),
      listedSnapshotOf: (query, ...rest) => of(query).forCase.listedSnapshotOf(query, ...rest),
    },
  };
}

interface ListDependencies extends SuggestionDependencies {
  readonly whole: CurrentRelease;
  readonly reachable: CurrentRelease;
}

function suggestionsIn(
  release: CurrentRelease,
  { employers, occupations, places, leftOut, whole, reachable }: ListDependencies,
): SuggestionUseCases {
  const searcher = makeEmployerSearcher(release, { occupations, places, whole, reachable });
  const explain = makeExplainEmployer(release, { searcher, employers, occupations, places });
  const widen = makeWidenList(release, { searcher, occupations, places });
  const hidden = (): Exclusions => exclusionsOf(leftOut(), [], employers);

  return {
    forCase: makeCaseSuggestions(release, { searcher, employers, explain, widen, leftOut }),

    employers: (query) => employerPage(release(), searcher, employers, query, hidden()),

    explain: (query, siret) => explain(query, hidden(), siret),

    widen(query) {
      const exclusions = hidden();
      const known = searcher.count(query, exclusions);
      const neighbours = query.romes
        .flatMap((rome) => occupations.get(rome).neighbours)
        .filter(({ rome }) => !query.romes.includes(rome));
      // A neighbour of two of the occupations is told once, as close if it is close to one of them.
      const closeLast = neighbours.sort((a, b) => compareText(b.kind, a.kind));
      const once = new Map(closeLast.map((neighbour) => [neighbour.rome, neighbour]));
      return {
        radii: widerRadii(searcher, query, exclusions, known),
        neighbours: [...once.values()]
          .map((neighbour) => ({
            ...neighbour,
            count: searcher.count({ ...query, romes: [neighbour.rome] }, exclusions),
          }))
          .filter(({ count }) => count > 0)
          // The same skills first, then what asks for a step.
          .sort(
            (a, b) =>
              Number(a.kind !== 'close') - Number(b.kind !== 'close') ||
              b.count - a.count ||
              (a.rome < b.rome ? -1 : 1),
          )
          .slice(0, NEIGHBOURS_OFFERED),
      };
    },

    points: (query) => employerPoints(release().columns, searcher.search(query, hidden()), query),
  };
}

/** Whether a sector takes part in the list of an occupation. */
export function takesPart(release: Release, naf: string, rome: string): boolean {
  return sectorPotentialRepository(release.db).potentials([naf], [rome])[0] !== null;
}
