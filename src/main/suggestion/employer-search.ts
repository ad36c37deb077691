import { createHash } from 'node:crypto';
import { SIZE_CLASSES } from '../../shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../shared/domain/sector/sector.ts';
import type { EmployerQuery } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { GROUP_ORDER, legalUnitOf } from '../../shared/scoring/employer-columns.ts';
import type { EmployerQuestion } from '../../shared/scoring/employer-question.ts';
import type { EngineColumns } from '../../shared/scoring/engine-columns.ts';
import { CURRENT_ENGINE } from '../../shared/scoring/engines.ts';
import type { Weights } from '../../shared/scoring/employers.v1.ts';
import { EmployerOrder } from '../../shared/scoring/employer-order.ts';
import { firstDrawn, firstEmployers, type FirstEmployers } from '../../shared/scoring/first-employers.ts';
import { listEmployers, type EmployerListing } from '../../shared/scoring/list-employers.ts';
import { countEmployers } from '../../shared/scoring/match-employers.ts';
import { levelBounds, type LevelBounds } from '../../shared/scoring/potential-levels.ts';
import type { RankedEmployer } from '../../shared/scoring/row-score.ts';
import type { EmployerCounts } from '../../shared/scoring/survey.ts';
import { perRelease, type CurrentRelease, type Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import type { OccupationUseCases } from '../occupation/occupation.use-cases.ts';
import type { PlaceUseCases } from '../place/place.use-cases.ts';
import { sectorPotentialRepository, type EntryRateLine, type KnownPotential } from './sector-potential.repository.ts';

/** Who is left out of a list besides its filters, by SIRET. */
export interface Exclusions {
  /** Sites that count for nothing; another site of the same employer may take their place. */
  readonly hiddenSites: readonly string[];
  /** Employers that do not come back, each by any of its sites. */
  readonly setAside: readonly string[];
}

/**
 * Who is in no list of this workstation: sites said to be closed or that asked out, and employers that asked out, each by
 * one of its sites.
 */
export interface LeftOut {
  readonly sites: readonly string[];
  readonly employers: readonly string[];
}

export const NOBODY_LEFT_OUT: LeftOut = { sites: [], employers: [] };

/**
 * Who is in no list here, and whom one person set aside. A door goes with any legal unit behind it, whichever of them lists
 * show: `doorsOf` gives that one.
 */
export function exclusionsOf(
  { sites, employers }: LeftOut,
  setAside: readonly string[],
  { doorsOf }: Pick<EmployerUseCases, 'doorsOf'>,
): Exclusions {
  const left = { sites, employers: [...setAside, ...employers] };
  return { hiddenSites: [...sites, ...doorsOf(left)], setAside: left.employers };
}

/** One question, and what each sector brings to it. */
interface AskedQuestion {
  readonly question: EmployerQuestion;
  readonly potentials: readonly (KnownPotential | null)[];
}

/**
 * One question and its answer: pages, explanations and points are read from it. Counts and the first employers cost a
 * fraction of the whole order, which is made only for what needs everyone: a place in the list, or very many rows.
 */
export interface EmployerSearch extends AskedQuestion {
  /** The most each factor gives. */
  readonly weights: Weights;
  readonly bounds: LevelBounds | null;
  counts(): EmployerCounts & { readonly eligible: number };
  /** The first of the varied order of a seed, or of the plain order where there is none. */
  first(wanted: number, seed: string | null): readonly RankedEmployer[];
  /** Everyone, likewise. */
  order(seed: string | null): EmployerOrder;
  /** An employer with its rank in the plain order, from 1; null when the establishment is not in the list. */
  ranked(siret: number): { readonly employer: RankedEmployer; readonly rank: number } | null;
}

/** The same question answered without computing. */
export interface EmployerList extends AskedQuestion {
  readonly listing: EmployerListing;
}

export interface EmployerSearcher {
  search(query: EmployerQuery, exclusions: Exclusions): EmployerSearch;
  list(query: EmployerQuery, exclusions: Exclusions): EmployerList;
  /** How many of a list somebody knows how to reach. */
  countWithContact(query: EmployerQuery, exclusions: Exclusions): number;
  /** How many employers another query would give, without ranking them. */
  count(query: EmployerQuery, exclusions: Exclusions): number;
  entryRate(naf: string): EntryRateLine | null;
  /** Occupations that the sectors of some establishments hire, those of the largest share of hires first. */
  hiredBy(nafs: readonly string[]): readonly string[];
}

interface SearcherDependencies {
  readonly occupations: OccupationUseCases;
  readonly places: PlaceUseCases;
  /** Of all establishments: levels are thirds of them, whatever a list is narrowed to. */
  readonly whole: CurrentRelease;
  /** Of those that somebody knows how to reach. */
  readonly reachable: CurrentRelease;
}

/** Questions whose answers are kept: a page, an explanation and the map of the same list cost one ranking. */
const ANSWERS_KEPT = 8;

export function makeEmployerSearcher(
  release: CurrentRelease,
  { occupations, places, whole, reachable }: SearcherDependencies,
): EmployerSearcher {
  const sectors = perRelease(release, sectorPotentialRepository);
  const answers = new WeakMap<Release, Kept<EmployerSearch>>();
  const lists = new WeakMap<Release, Kept<EmployerList>>();
  const bounds = new WeakMap<Release, Kept<LevelBounds | null>>();
  const potentialsKept = new WeakMap<Release, Kept<EmployerSearch['potentials']>>();

  const toQuestion = (query: EmployerQuery, { hiddenSites, setAside }: Exclusions): AskedQuestion => {
    const centre = places.get(query.communeCode);
    // In one order: between two occupations that a sector hires alike, the first one is told.
    const romes = sortedUnique(query.romes);
    // A wider radius is counted several times over for the same occupations.
    const potentials = keptFor(potentialsKept, release()).get(romes.join(), () => {
      // An occupation nobody knows is a mistake to be told, not an empty list.
      for (const rome of romes) occupations.get(rome);
      return sectors().potentials(release().columns.nafCodes, romes);
    });
    return {
      potentials,
      question: {
        centre,
        radiusM: query.radiusKm * 1000,
        departements: new Set(query.departements),
        sectors: potentials,
        group: GROUP_ORDER.indexOf(query.group),
        sectionMask: maskOf(SECTION_CODES, query.sections),
        sizeMask: maskOf(SIZE_CLASSES, query.sizes),
        hiddenSites: new Set(hiddenSites.map(Number)),
        setAsideUnits: new Set(setAside.map((siret) => legalUnitOf(Number(siret)))),
      },
    };
  };

  return {
    entryRate: (naf) => sectors().entryRate(naf),
    hiredBy(nafs) {
      const employersOfNaf = new Map<string, number>();
      for (const naf of nafs) employersOfNaf.set(naf, (employersOfNaf.get(naf) ?? 0) + 1);
      return sectors().hiredBy(employersOfNaf);
    },
    countWithContact: (query, exclusions) =>
      countEmployers(reachable().columns, toQuestion(query, exclusions).question),
    count: (query, exclusions) => countEmployers(release().columns, toQuestion(query, exclusions).question),
    list(query, exclusions) {
      const current = release();
      return keptFor(lists, current).get(canonicalQuestion(query, exclusions), () => {
        const asked = toQuestion(query, exclusions);
        return { ...asked, listing: listEmployers(current.columns, asked.question) };
      });
    },
    search(query, exclusions) {
      const current = release();
      const weights = query.weights ?? CURRENT_ENGINE.weights;
      const key = `${canonicalQuestion(query, exclusions)} ${JSON.stringify(weights)}`;
      return keptFor(answers, current).get(key, () => {
        const asked = toQuestion(query, exclusions);
        const levels = keptFor(bounds, current).get(sortedUnique(query.romes).join(), () =>
          levelBounds(whole().columns, asked.potentials),
        );
        return answerTo(current.columns, { ...asked, weights, bounds: levels });
      });
    },
  };
}

/** More than this many first employers are as soon all put in order. */
const FIRST_AT_MOST = 1_000;
/** A page and the next ones, or the points of the map, from one search. */
const FIRST_AT_LEAST = 100;

function answerTo(
  columns: EngineColumns,
  asked: AskedQuestion & Pick<EmployerSearch, 'weights' | 'bounds'>,
): EmployerSearch {
  const { question, weights } = asked;
  const orders = new Kept<EmployerOrder>();
  const beginnings = new Kept<FirstEmployers>();
  const keyOf = (seed: string | null): string => (seed === null ? 'plain' : `varied ${seed}`);
  const order = (seed: string | null): EmployerOrder =>
    orders.get(keyOf(seed), () => new EmployerOrder(columns, question, { weights, seed }));
  let counted: FirstEmployers | null = null;
  const beginning = (wanted: number, seed: string | null): FirstEmployers => {
    // One of two lengths, so that a page and the next ones are one search.
    const asMany = wanted <= FIRST_AT_LEAST ? FIRST_AT_LEAST : FIRST_AT_MOST;
    counted = beginnings.get(`${asMany} ${keyOf(seed)}`, () =>
      seed === null
        ? firstEmployers(columns, question, asMany, weights)
        : firstDrawn(columns, question, { wanted: asMany, seed }, weights),
    );
    return counted;
  };
  return {
    ...asked,
    counts: () => (counted ??= firstEmployers(columns, question, 0, weights)),
    first: (wanted, seed) =>
      wanted > FIRST_AT_MOST ? order(seed).first(wanted) : beginning(wanted, seed).employers.slice(0, wanted),
    order,
    ranked(siret) {
      const first = beginning(FIRST_AT_LEAST, null).employers;
      const index = first.findIndex((employer) => employer.siret === siret);
      if (index >= 0) return { employer: first[index] as RankedEmployer, rank: index + 1 };
      const all = order(null);
      const rank = all.placeOf(siret);
      const [employer] = rank === null ? [] : all.around(rank, 0);
      return rank === null || employer === undefined ? null : { employer, rank };
    },
  };
}

/**
 * The question in one spelling: the order in which occupations, filters or exclusions came changes nothing, nor does the
 * site by which an employer was set aside. Nobody left out is spelt like a question that knows no exclusion.
 */
function canonicalQuestion(query: EmployerQuery, { hiddenSites, setAside }: Exclusions): string {
  const asked = [
    sortedUnique(query.romes),
    query.communeCode,
    query.radiusKm,
    query.group,
    sortedUnique(query.sections),
    sortedUnique(query.sizes),
    ...(query.hasContact === undefined ? [] : [{ hasContact: true }]),
    ...(query.departements === undefined ? [] : [{ departements: sortedUnique(query.departements) }]),
  ];
  const hidden = sortedUnique(hiddenSites);
  const units = sortedUnique(setAside.map((siret) => String(legalUnitOf(Number(siret)))));
  return JSON.stringify(hidden.length === 0 && units.length === 0 ? asked : [...asked, hidden, units]);
}

function sortedUnique(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}

/**
 * Hash of all a list depends on besides the dataset: engine, weights, query, exclusions, order. Equal hashes give equal
 * lists.
 */
export function inputHash(
  query: EmployerQuery,
  exclusions: Exclusions,
  order: { readonly order: string; readonly seed: string },
): string {
  const { version, weights: usual } = CURRENT_ENGINE;
  const weights = query.weights ?? usual;
  const seed = order.order === 'spread' ? order.seed : '';
  return createHash('sha256')
    .update(JSON.stringify([version, weights, canonicalQuestion(query, exclusions), order.order, seed]))
    .digest('hex')
    .slice(0, 16);
}

function maskOf(all: readonly string[], kept: readonly string[]): number {
  return kept.reduce((mask, item) => mask | (1 << all.indexOf(item)), 0);
}

/** Keeps the last few answers, oldest out first. */
class Kept<T> {
  readonly #answers = new Map<string, { readonly answer: T }>();

  get(key: string, make: () => T): T {
    const known = this.#answers.get(key);
    if (known !== undefined) return known.answer;
    const answer = make();
    this.#answers.set(key, { answer });
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > ANSWERS_KEPT && oldest.done !== true) this.#answers.delete(oldest.value);
    return answer;
  }
}

function keptFor<T>(all: WeakMap<Release, Kept<T>>, release: Release): Kept<T> {
  const known = all.get(release);
  if (known !== undefined) return known;
  const fresh = new Kept<T>();
  all.set(release, fresh);
  return fresh;
}
