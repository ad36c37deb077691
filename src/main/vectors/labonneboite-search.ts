import {
  MAX_RADIUS_KM,
  type EmployerPage,
  type EmployerPageQuery,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { AGREED, argued, FAILED, type Verdict } from './verdict.ts';

/** The input of a `search` row, as the reference's API takes it. */
export interface SearchInput {
  readonly romes?: readonly string[];
  readonly commune_id?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly distance?: number;
  readonly departments?: readonly string[];
  readonly naf_codes?: readonly string[] | null;
  readonly headcount?: string;
  readonly sort?: string;
  readonly randomisation?: string;
  readonly page?: number;
  readonly page_size?: number;
  readonly contract?: string;
  readonly override?: Readonly<Record<string, { readonly email?: string }>>;
  readonly boosted?: unknown;
  readonly flag_pmsmp?: unknown;
}

interface SearchExpectation {
  readonly count?: number;
  readonly contains?: readonly string[];
  readonly companies_count?: number;
  readonly page_length?: number;
  readonly sirets?: readonly string[];
  readonly set?: readonly string[];
}

/** What the reference API takes when nothing is said. */
const DEFAULT_RADIUS_KM = 10;
const DEFAULT_PAGE_SIZE = 20;

/** Features of the reference that the screen does not have: their rows are skipped, each with its reason. */
export function missingFeature(input: SearchInput): string | null {
  if (input.departments !== undefined) return 'no search by departement: a place and a radius only';
  if (input.flag_pmsmp !== undefined) return 'no filter on immersion agreements';
  if (input.contract === 'alternance') return 'no separate list for work-study contracts';
  if ((input.naf_codes ?? []).length > 1) return 'filters are by NAF section, not by several NAF classes';
  if (input.sort === 'distance') return 'no sort by distance: two orders, plain and varied';
  if ((input.distance ?? 0) > MAX_RADIUS_KM) return `no radius over ${MAX_RADIUS_KM} km`;
  if (input.commune_id === undefined && input.latitude === undefined) return 'no search without a place';
  if ((input.romes ?? []).length === 0) return 'no search without an occupation';
  return null;
}

export function toQuery(input: SearchInput, communeCode: string, sections: readonly string[]): EmployerPageQuery {
  const size = input.page_size ?? DEFAULT_PAGE_SIZE;
  return {
    romes: [...(input.romes ?? [])],
    communeCode,
    radiusKm: input.distance ?? DEFAULT_RADIUS_KM,
    group: 'private',
    sections: [...sections],
    sizes: input.headcount === 'big' ? ['50-249', '250+'] : input.headcount === 'small' ? ['1-9', '10-49'] : [],
    order: 'plain',
    seed: '',
    offset: ((input.page ?? 1) - 1) * size,
    limit: size,
  };
}

/** Compares a page of ours with what the reference expects; `whyOf` says why an office is in one list and not the other. */
export function judge(
  input: SearchInput,
  expected: unknown,
  page: EmployerPage,
  whyOf: (siret: string, isOurs: boolean) => string | null,
): Verdict {
  const ours = page.rows.map(({ siret }) => siret);
  if (typeof expected === 'number') {
    return page.eligible === expected
      ? AGREED
      : explained(differenceBetween(null, ours, whyOf), `${page.eligible} instead of ${expected}`);
  }
  const wanted = expected as SearchExpectation;
  if (input.boosted !== undefined || input.override !== undefined) {
    const theirs = wanted.sirets ?? [];
    if (sameOrder(theirs, ours)) return AGREED;
    // A bonus moves offices, it brings and drops none: any other difference is not about bonuses.
    return sameOrder([...theirs].sort(), [...ours].sort())
      ? argued('no hidden bonus: neither a boost nor an e-mail address changes a rank (ADR 0008)')
      : FAILED;
  }
  if (wanted.companies_count !== undefined || wanted.page_length !== undefined) {
    const isSame = page.eligible === wanted.companies_count && ours.length === wanted.page_length;
    return isSame
      ? AGREED
      : explained(differenceBetween(null, ours, whyOf), `${page.eligible} in all, ${ours.length} on the page`);
  }
  if (wanted.sirets !== undefined) {
    if (sameOrder(wanted.sirets, ours)) return AGREED;
    const difference = differenceBetween(wanted.sirets, ours, whyOf);
    if (difference.length > 0) return explained(difference, 'another list');
    return argued('same offices in another order: ours weighs distance and size beside expected hires (ADR 0008)');
  }
  const set = wanted.set ?? wanted.contains ?? [];
  const missing = set.filter((siret) => !ours.includes(siret));
  const extra = wanted.set === undefined ? [] : ours.filter((siret) => !set.includes(siret));
  const hasCount = wanted.count === undefined || wanted.count === page.eligible;
  if (missing.length === 0 && extra.length === 0 && hasCount) return AGREED;
  return explained(differenceBetween(wanted.set ?? null, ours, whyOf, missing), `${page.eligible} offices`);
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((siret, index) => siret === b[index]);
}

/** Each office that only one side lists, with our rule that makes the difference; null where no rule explains it. */
function differenceBetween(
  theirs: readonly string[] | null,
  ours: readonly string[],
  whyOf: (siret: string, isOurs: boolean) => string | null,
  missing: readonly string[] = (theirs ?? []).filter((siret) => !ours.includes(siret)),
): readonly (string | null)[] {
  const extra = theirs === null ? ours : ours.filter((siret) => !theirs.includes(siret));
  return [...missing.map((siret) => whyOf(siret, false)), ...extra.map((siret) => whyOf(siret, true))];
}

function explained(reasons: readonly (string | null)[], what: string): Verdict {
  if (reasons.length === 0 || reasons.includes(null)) return FAILED;
  return argued(`${what}: ${[...new Set(reasons)].join('; ')} (ADR 0008)`);
}
