import type { CaseWidening } from '../../shared/domain/suggestion/case-list.schema.ts';
import type { ListedPage, ListedPageQuery, NamedEmployer } from '../../shared/domain/suggestion/listed.schema.ts';
import type { EmployerPoints, ListedPoints, PointsQuery } from '../../shared/domain/suggestion/points.schema.ts';
import type { ListedSnapshot, ShownQuery, SuggestionSnapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import type {
  EmployerPage,
  EmployerPageQuery,
  EmployerQuery,
  Explanation,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compareText, fold } from '../../shared/kernel/text.ts';
import type { EngineColumns } from '../../shared/scoring/engine-columns.ts';
import { CURRENT_ENGINE } from '../../shared/scoring/engines.ts';
import type { EmployerListing, NearbyEmployer } from '../../shared/scoring/list-employers.ts';
import { shownPlace } from '../../shared/scoring/shown-place.ts';
import type { CurrentRelease } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { countsOf, employerPage, seedOf } from './employer-page.ts';
import { employerPoints, listedPoints } from './employer-points.ts';
import { siretAt, toListed, toSuggestion } from './employer-rows.ts';
import { inputHash, type EmployerSearcher, type Exclusions, exclusionsOf, type LeftOut } from './employer-search.ts';
import type { ExplainEmployer } from './explain-employer.ts';
import type { WidenList } from './widen-list.ts';

/** Employers that a case file does not want back, each by the SIRET of any of its sites. */
export interface CaseExclusions {
  readonly setAside: readonly string[];
}

/**
 * What a case file asks of the engine. It gives a query and numbers of establishments: nothing here knows whose they
 * are. Sites hidden on this workstation are left out here too.
 */
export interface CaseSuggestions {
  suggestedPage(query: EmployerPageQuery, exclusions: CaseExclusions): EmployerPage;
  /** For a person who said no to computing (rule R11): by distance or by name, without a figure of the engine. */
  listedPage(query: ListedPageQuery, exclusions: CaseExclusions): ListedPage;
  widen(query: EmployerQuery, exclusions: CaseExclusions, computing: { readonly isOff: boolean }): CaseWidening;
  suggestedPoints(query: PointsQuery, exclusions: CaseExclusions): EmployerPoints;
  /** The same without computing. */
  listedPoints(query: EmployerQuery & Pick<ListedPageQuery, 'by'>, exclusions: CaseExclusions): ListedPoints;
  /** @throws AppError NOT_FOUND when the establishment is not in the list */
  explain(query: EmployerQuery, exclusions: CaseExclusions, siret: string): Explanation;
  /**
   * What a decision keeps of the row it was taken on.
   * @param now milliseconds since 1970
   * @throws AppError NOT_FOUND when the establishment is not in the list
   */
  snapshotOf(query: ShownQuery, exclusions: CaseExclusions, siret: string, now: number): SuggestionSnapshot;
  /**
   * The same for a list without computing.
   * @throws AppError NOT_FOUND when the establishment is not in the list
   */
  listedSnapshotOf(query: EmployerQuery, exclusions: CaseExclusions, siret: string, now: number): ListedSnapshot;
  /** Names and places of establishments whatever list they are in, in the order asked; unknown numbers are left out. */
  lines(sirets: readonly string[]): readonly NamedEmployer[];
  /** Establishments behind the same door as this one. */
  behindDoorOf(siret: string): readonly string[];
}

interface CaseDependencies {
  readonly searcher: EmployerSearcher;
  readonly employers: EmployerUseCases;
  readonly explain: ExplainEmployer;
  readonly widen: WidenList;
  readonly leftOut: () => LeftOut;
}

export function makeCaseSuggestions(
  release: CurrentRelease,
  { searcher, employers, explain, widen, leftOut }: CaseDependencies,
): CaseSuggestions {
  const without = ({ setAside }: CaseExclusions): Exclusions => exclusionsOf(leftOut(), setAside, employers);
  const namesOrders = new WeakMap<EmployerListing, readonly NearbyEmployer[]>();

  const byName = (columns: EngineColumns, listing: EmployerListing): readonly NearbyEmployer[] => {
    const known = namesOrders.get(listing);
    if (known !== undefined) return known;
    const fresh = orderedByName(columns, listing, employers);
    namesOrders.set(listing, fresh);
    return fresh;
  };
  const ordered = (
    columns: EngineColumns,
    listing: EmployerListing,
    by: ListedPageQuery['by'],
  ): readonly NearbyEmployer[] => (by === 'name' ? byName(columns, listing) : listing.employers);

  return {
    suggestedPage: (query, exclusions) => employerPage(release(), searcher, employers, query, without(exclusions)),

    widen: (query, exclusions, computing) => widen(query, without(exclusions), computing),

    explain: (query, exclusions, siret) => explain(query, without(exclusions), siret),

    suggestedPoints: (query, exclusions) =>
      employerPoints(release().columns, searcher.search(query, without(exclusions)), query),

    listedPoints(query, exclusions) {
      const { columns } = release();
      const { listing } = searcher.list(query, without(exclusions));
      return listedPoints(columns, ordered(columns, listing, query.by), listing.employers.length);
    },

    listedPage(query, exclusions) {
      const { columns, manifest } = release();
      const list = searcher.list(query, without(exclusions));
      const withContact = searcher.countWithContact(query, without(exclusions));
      return {
        datasetVersion: manifest.version,
        eligible: list.listing.employers.length,
        ...countsOf(list.listing, query, withContact),
        rows: ordered(columns, list.listing, query.by)
          .slice(query.offset, query.offset + query.limit)
          .map((employer) => toListed(columns, list, employer, employers)),
      };
    },

    snapshotOf(query, caseExclusions, siret, now) {
      const current = release();
      const exclusions = without(caseExclusions);
      const search = searcher.search(query, exclusions);
      const { question, potentials } = search;
      const place = shownPlace(
        {
          columns: current.columns,
          sectors: potentials,
          plain: search.order(null),
          shown: search.order(seedOf(query)),
          isWider: question.departements.size > 0,
        },
        Number(siret),
      );
      if (place === null) throw notListed(siret);
      const row = toSuggestion(current, search, place.employer, employers);
      return {
        kind: 'suggested',
        engineVersion: CURRENT_ENGINE.version,
        datasetVersion: current.manifest.version,
        inputHash: inputHash(query, exclusions, query),
        query: questionOnly(query),
        order: query.order,
        seed: query.order === 'spread' ? query.seed : '',
        position: place.position,
        rank: place.rank,
        eligible: search.counts().eligible,
        score: row.score,
        factors: row.factors.map(({ name, contribution }) => ({ name, contribution })),
        potential: row.potential,
        ...namedAs(row, now),
        centre: { lat: question.centre.lat, lon: question.centre.lon },
        inputs: place.inputs,
        neighbours: place.neighbours,
      };
    },

    listedSnapshotOf(query, exclusions, siret, now) {
      const { columns, manifest } = release();
      const list = searcher.list(query, without(exclusions));
      const employer = list.listing.employers.find((candidate) => candidate.siret === Number(siret));
      if (employer === undefined) throw notListed(siret);
      const row = toListed(columns, list, employer, employers);
      return { kind: 'listed', datasetVersion: manifest.version, ...namedAs(row, now) };
    },

    behindDoorOf: (siret) => employers.behindDoorOf(siret),

    lines: (sirets) =>
      employers.lines(sirets).map(({ siret, name, naf, sectorLabel, communeCode, communeName }) => ({
        siret,
        name,
        naf,
        sectorLabel,
        communeCode,
        communeName,
      })),
  };
}

/** By the name on the door without accents or case, then by SIRET; every name of the list is read in one statement. */
function orderedByName(
  columns: EngineColumns,
  { employers: listed }: EmployerListing,
  employers: EmployerUseCases,
): readonly NearbyEmployer[] {
  const lines = employers.lines(listed.map(({ row }) => siretAt(columns, row)));
  const names = new Map(lines.map(({ siret, name }) => [Number(siret), fold(name)]));
  const nameOf = ({ siret }: NearbyEmployer): string => names.get(siret) ?? '';
  return [...listed].sort((a, b) => compareText(nameOf(a), nameOf(b)) || a.siret - b.siret);
}

/** A query may come with its page or its order, which a snapshot keeps elsewhere or not at all. */
function questionOnly({
  romes,
  communeCode,
  radiusKm,
  group,
  sections,
  sizes,
  ...widened
}: EmployerQuery): EmployerQuery {
  const { departements, hasContact, weights } = widened;
  return {
    ...{ romes, communeCode, radiusKm, group, sections, sizes },
    ...(departements === undefined ? {} : { departements }),
    ...(hasContact === undefined ? {} : { hasContact }),
    ...(weights === undefined ? {} : { weights }),
  };
}

type Named = Pick<SuggestionSnapshot, 'name' | 'sectorLabel' | 'communeName' | 'distanceKm'>;

function namedAs(
  { name, sectorLabel, communeName, distanceKm }: Named,
  now: number,
): Named & { readonly shownOn: string } {
  return { name, sectorLabel, communeName, distanceKm, shownOn: new Date(now).toISOString() };
}

function notListed(siret: string): AppError {
  return new AppError('NOT_FOUND', 'This employer is not in the list.', { siret });
}
