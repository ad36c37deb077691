import { HEADCOUNT_BANDS, SIZE_CLASSES } from '../../shared/domain/employer/headcount.ts';
import { SHRINK_UNDER_HIRES } from '../../shared/domain/market/affinity.rules.ts';
import { toFactors } from '../../shared/domain/suggestion/factors.rules.ts';
import { SECTION_CODES } from '../../shared/domain/sector/sector.ts';
import {
  type EmployerPage,
  type EmployerPageQuery,
  type EmployerQuery,
  type Explanation,
  type Potential,
  type SuggestedEmployer,
  type Widening,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compareText } from '../../shared/kernel/text.ts';
import { at, GROUP_ORDER, type EngineColumns } from '../../shared/scoring/employer-columns.ts';
import { ENGINE_VERSION, WEIGHTS } from '../../shared/scoring/employers.v1.ts';
import { levelOf } from '../../shared/scoring/potential-levels.ts';
import { contributionsOf, expectedHiresOfRow, type RankedEmployer } from '../../shared/scoring/rank-employers.ts';
import type { CurrentRelease, Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import type { OccupationUseCases } from '../occupation/occupation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';
import { inputHash, makeEmployerSearcher, type EmployerSearch } from './employer-search.ts';
import { sectorPotentialRepository, type KnownPotential } from './sector-potential.repository.ts';

export interface SuggestionUseCases {
  employers(query: EmployerPageQuery): EmployerPage;
  /** @throws AppError NOT_FOUND when the establishment is not in the list of the query */
  explain(query: EmployerQuery, siret: string): Explanation;
  widen(query: EmployerQuery): Widening;
  points(query: EmployerQuery): readonly { readonly siret: string; readonly lat: number; readonly lon: number }[];
}

/** Radii a person may be offered, in km. */
const RADIUS_STEPS = [5, 10, 15, 20, 25, 30, 40, 50, 75, 100] as const;
const RADII_OFFERED = 3;
const NEIGHBOURS_OFFERED = 8;
const POINTS_SHOWN = 500;

export function makeSuggestionUseCases(
  release: CurrentRelease,
  {
    employers,
    occupations,
    places,
  }: {
    readonly employers: EmployerUseCases;
    readonly occupations: OccupationUseCases;
    readonly places: PlaceUseCases;
  },
): SuggestionUseCases {
  const searcher = makeEmployerSearcher(release, { occupations, places });

  /** The next radii that bring someone, each counted; none is counted beyond those offered. */
  const widerRadii = (query: EmployerQuery, known: number): Explanation['changes'] => {
    const offered: { radiusKm: number; more: number }[] = [];
    for (const radiusKm of RADIUS_STEPS) {
      if (radiusKm <= query.radiusKm || offered.length === RADII_OFFERED) continue;
      const more = searcher.count({ ...query, radiusKm }) - known;
      if (more > 0) offered.push({ radiusKm, more });
    }
    return offered;
  };

  return {
    employers(query) {
      const current = release();
      const search = searcher.search(query);
      const { ranking } = search;
      const ranks = new Map(ranking.employers.map((employer, index) => [employer, index + 1]));
      const ordered = query.order === 'plain' ? ranking.employers : search.spread(query.seed);
      return {
        engineVersion: ENGINE_VERSION,
        datasetVersion: current.manifest.version,
        inputHash: inputHash(query, query),
        eligible: ranking.employers.length,
        groups: {
          private: ranking.groupCounts[GROUP_ORDER.indexOf('private')] ?? 0,
          public: ranking.groupCounts[GROUP_ORDER.indexOf('public')] ?? 0,
          agency: ranking.groupCounts[GROUP_ORDER.indexOf('agency')] ?? 0,
        },
        facets: {
          sections: SECTION_CODES.map((section, index) => ({
            section,
            count: ranking.sectionCounts[index] ?? 0,
          })).filter(({ section, count }) => count > 0 || query.sections.includes(section)),
          sizes: SIZE_CLASSES.map((size, index) => ({ size, count: ranking.sizeCounts[index] ?? 0 })),
        },
        rows: ordered
          .slice(query.offset, query.offset + query.limit)
          .map((employer) => toSuggestion(current, search, employer, ranks.get(employer) ?? 0, employers)),
      };
    },

    explain(query, siret) {
      const current = release();
      const search = searcher.search(query);
      const index = search.ranking.employers.findIndex((employer) => employer.siret === Number(siret));
      const employer = search.ranking.employers[index];
      if (employer === undefined) throw new AppError('NOT_FOUND', 'This employer is not in the list.', { siret });
      const potential = potentialAt(current.columns, search, employer.row);
      const row = toSuggestion(current, search, employer, index + 1, employers);
      const entry = searcher.entryRate(row.naf);
      return {
        siret,
        rank: index + 1,
        eligible: search.ranking.employers.length,
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
        changes: widerRadii(query, search.ranking.employers.length),
      };
    },

    widen(query) {
      const known = searcher.count(query);
      const neighbours = query.romes
        .flatMap((rome) => occupations.get(rome).neighbours)
        .filter(({ rome }) => !query.romes.includes(rome));
      // A neighbour of two of the occupations is told once, as close if it is close to one of them.
      const closeLast = neighbours.sort((a, b) => compareText(b.kind, a.kind));
      const once = new Map(closeLast.map((neighbour) => [neighbour.rome, neighbour]));
      return {
        radii: widerRadii(query, known),
        neighbours: [...once.values()]
          .map((neighbour) => ({ ...neighbour, count: searcher.count({ ...query, romes: [neighbour.rome] }) }))
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

    points(query) {
      const { columns } = release();
      return searcher
        .search(query)
        .ranking.employers.slice(0, POINTS_SHOWN)
        .map(({ row }) => ({ siret: siretAt(columns, row), ...positionAt(columns, row) }));
    },
  };
}

function toSuggestion(
  { columns, manifest }: Release,
  search: EmployerSearch,
  employer: RankedEmployer,
  rank: number,
  employers: EmployerUseCases,
): SuggestedEmployer {
  const siret = siretAt(columns, employer.row);
  const sector = potentialAt(columns, search, employer.row);
  const line = employers.line(siret);
  const row = {
    ...line,
    rank,
    group: GROUP_ORDER[at(columns.group, employer.row)] ?? 'private',
    headcountBand: bandAt(columns, employer.row),
    ...positionAt(columns, employer.row),
    distanceKm: employer.distanceM / 1000,
    score: employer.score,
    potential: potentialOf(columns, search, employer.row),
    contact: employers.contactAdvice(line.naf, sector.rome),
    otherSites: employer.otherSites,
  };
  const contributions = contributionsOf(columns, employer.row, sector, employer.distanceM);
  return { ...row, factors: toFactors(contributions, row, WEIGHTS, manifest.sources) };
}

function potentialOf(columns: EngineColumns, search: EmployerSearch, row: number): Potential {
  const { basis, expected, low, high } = expectedHiresOfRow(columns, row, potentialAt(columns, search, row));
  return {
    basis,
    expected: round3(expected),
    low: round3(low),
    high: round3(high),
    level: levelOf(expected, search.bounds),
  };
}

/** The potential of the sector of a row: rows are in ranges by sector. */
function potentialAt(columns: EngineColumns, search: EmployerSearch, row: number): KnownPotential {
  let first = 0;
  let last = columns.nafCodes.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (at(columns.nafStart, middle) <= row) first = middle;
    else last = middle - 1;
  }
  const potential = search.potentials[first];
  if (potential === null || potential === undefined) throw new Error('A listed employer has a sector that takes part.');
  return potential;
}

function siretAt(columns: EngineColumns, row: number): string {
  return String(at(columns.siret, row)).padStart(14, '0');
}

function positionAt(columns: EngineColumns, row: number): { readonly lat: number; readonly lon: number } {
  return { lat: at(columns.latMicro, row) / 1e6, lon: at(columns.lonMicro, row) / 1e6 };
}

function bandAt(columns: EngineColumns, row: number): string {
  return HEADCOUNT_BANDS[at(columns.band, row)] ?? 'NN';
}

function round3(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

/** Whether a sector takes part in the list of an occupation. */
export function takesPart(release: Release, naf: string, rome: string): boolean {
  return sectorPotentialRepository(release.db).potentials([naf], [rome])[0] !== null;
}
