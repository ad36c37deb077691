import type {
  CaseList,
  CaseListQuery,
  CaseWidening,
  RowStanding,
} from '../../shared/domain/suggestion/case-list.schema.ts';
import type { ListedOrder } from '../../shared/domain/suggestion/listed.schema.ts';
import type { CasePoints } from '../../shared/domain/suggestion/points.schema.ts';
import type { Snapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import type { EmployerQuery, Explanation } from '../../shared/domain/suggestion/suggestion.schema.ts';
import { isUsual } from '../../shared/domain/suggestion/weights.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { instantOf, isoWeekOf, mondayOf } from '../../shared/kernel/local-date.ts';
import { legalUnitOf } from '../../shared/scoring/employer-columns.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { DecisionUseCases, Standing } from '../decision/decision.use-cases.ts';
import { todayOf, type Desk } from '../operation/operation.use-cases.ts';
import type { CaseSuggestions } from './case-suggestions.use-cases.ts';

/** The lists of employers of one person's job project. Only the project goes to the engine (R5). */
export interface CaseLists {
  /** @throws AppError NO_PROJECT when the project has no occupation or no place yet, NOT_FOUND */
  page(query: CaseListQuery & { readonly offset: number; readonly limit: number }): CaseList;
  /** What each way to search wider would add. @throws AppError NO_PROJECT, NOT_FOUND */
  widen(query: CaseListQuery): CaseWidening;
  /** @throws AppError NO_PROJECT, NOT_FOUND */
  points(query: CaseListQuery): CasePoints;
  /** @throws AppError NOT_ALLOWED where the person said no to computing, NO_PROJECT, NOT_FOUND */
  explain(query: CaseListQuery, siret: string): Explanation;
  /** What a decision keeps of what was shown; null when the establishment is not in the data. */
  snapshotOf(caseId: string, siret: string, list: Omit<CaseListQuery, 'caseId'> | null): Snapshot | null;
}

interface CaseListSources {
  readonly desk: Desk;
  readonly files: Pick<CaseFileUseCases, 'searchOf'>;
  readonly decisions: Pick<DecisionUseCases, 'setAside' | 'standings' | 'retainedFor' | 'keptEmployers'>;
  readonly suggestions: CaseSuggestions;
  readonly datasetVersion: () => string | null;
}

type Search = ReturnType<CaseFileUseCases['searchOf']>;

const UNDECIDED: Standing = { decisionId: null, outcome: null, revision: 0 };

export function makeCaseLists({ desk, files, decisions, suggestions, datasetVersion }: CaseListSources): CaseLists {
  /** The same person sees the same varied order all week; another person, another one. */
  const seedOf = (caseId: string): string => `${caseId} ${isoWeekOf(todayOf(desk))}`;
  const weekStart = (): number => instantOf(mondayOf(todayOf(desk)), 0, 0, desk.timeZone);

  const standings = (caseId: string, sirets: readonly string[]): Readonly<Record<string, RowStanding>> => {
    const proposed = decisions.retainedFor(sirets, weekStart(), caseId);
    const kept = decisions.keptEmployers(caseId);
    const decided = decisions.standings(caseId);
    return Object.fromEntries(
      sirets.map((siret) => {
        const standing = decided.get(siret) ?? UNDECIDED;
        const otherSite = standing.outcome === null ? keptElsewhere(kept, siret) : null;
        return [siret, { ...standing, otherSite, proposedThisWeek: proposed.get(siret) ?? 0 }];
      }),
    );
  };

  /** Another radius may show another site of an employer, or other data another legal unit of a door: it is not news. */
  const keptElsewhere = (
    kept: ReturnType<DecisionUseCases['keptEmployers']>,
    siret: string,
  ): RowStanding['otherSite'] => {
    if (kept.size === 0) return null;
    const found = [siret, ...suggestions.behindDoorOf(siret)].map((each) => kept.get(legalUnitOf(Number(each))));
    return found.find((outcome) => outcome !== undefined) ?? null;
  };

  const setAsideIn = (caseId: string, { withSetAside }: Pick<CaseListQuery, 'withSetAside'>): readonly string[] =>
    withSetAside === true ? [] : decisions.setAside(caseId);
  const retainedAmong = (caseId: string, sirets: readonly string[]): readonly string[] => {
    const decided = decisions.standings(caseId);
    return sirets.filter((siret) => decided.get(siret)?.outcome === 'retained');
  };

  return {
    page({ caseId, offset, limit, ...list }) {
      const search = files.searchOf(caseId);
      const query = toQuery(search, list);
      const setAside = setAsideIn(caseId, list);
      const common = { project: search.project, radiusKm: query.radiusKm, setAside: decisions.setAside(caseId).length };
      if (search.isComputingOff) {
        const { weights: _nothingIsWeighed, ...listed } = query;
        const page = suggestions.listedPage({ ...listed, by: listedOrder(list.order), offset, limit }, { setAside });
        const sirets = page.rows.map(({ siret }) => siret);
        return { mode: 'listed', page, standings: standings(caseId, sirets), ...common };
      }
      const seed = seedOf(caseId);
      const page = suggestions.suggestedPage(
        { ...query, order: computedOrder(list.order), seed, offset, limit },
        { setAside },
      );
      const sirets = page.rows.map(({ siret }) => siret);
      return { mode: 'suggested', seed, page, standings: standings(caseId, sirets), ...common };
    },

    widen({ caseId, ...list }) {
      const search = files.searchOf(caseId);
      const exclusions = { setAside: setAsideIn(caseId, list) };
      return suggestions.widen(toQuery(search, list), exclusions, { isOff: search.isComputingOff });
    },

    points({ caseId, ...list }) {
      const search = files.searchOf(caseId);
      const query = toQuery(search, list);
      const exclusions = { setAside: setAsideIn(caseId, list) };
      if (search.isComputingOff) {
        const { weights: _nothingIsWeighed, ...listed } = query;
        const points = suggestions.listedPoints({ ...listed, by: listedOrder(list.order) }, exclusions);
        return { mode: 'listed', ...points, retained: retainedAmong(caseId, points.sirets) };
      }
      const shown = { ...query, order: computedOrder(list.order), seed: seedOf(caseId) };
      const points = suggestions.suggestedPoints(shown, exclusions);
      return { mode: 'suggested', ...points, retained: retainedAmong(caseId, points.sirets) };
    },

    explain({ caseId, ...list }, siret) {
      const search = files.searchOf(caseId);
      if (search.isComputingOff) throw new AppError('NOT_ALLOWED', 'Nothing is computed for this person.');
      return suggestions.explain(toQuery(search, list), { setAside: setAsideIn(caseId, list) }, siret);
    },

    snapshotOf(caseId, siret, list) {
      const search = files.searchOf(caseId);
      const now = desk.clock.now();
      // Somebody may come back on an employer that was set aside: the list they look at is the one it is still in.
      const setAside = setAsideIn(caseId, list ?? {}).filter((other) => other !== siret);
      const shown = list === null ? null : toQuery(search, list);
      if (list === null || shown === null) return named(siret, now);
      try {
        return search.isComputingOff
          ? suggestions.listedSnapshotOf(shown, { setAside }, siret, now)
          : suggestions.snapshotOf(
              { ...shown, order: computedOrder(list.order), seed: seedOf(caseId) },
              { setAside },
              siret,
              now,
            );
      } catch (error) {
        if (error instanceof AppError && error.code === 'NOT_FOUND') return named(siret, now);
        throw error;
      }
    },
  };

  /** An establishment decided on outside any list: its name and place, and no figure. */
  function named(siret: string, now: number): Snapshot | null {
    const [line] = suggestions.lines([siret]);
    if (line === undefined) return null;
    return {
      kind: 'listed',
      datasetVersion: datasetVersion() ?? '',
      name: line.name,
      sectorLabel: line.sectorLabel,
      communeName: line.communeName,
      distanceKm: null,
      shownOn: new Date(now).toISOString(),
    };
  }
}

function toQuery({ project, radiusKm }: Search, list: Omit<CaseListQuery, 'caseId'>): EmployerQuery {
  if (project.occupation === null || project.place === null) {
    throw new AppError('NO_PROJECT', 'The job project has no occupation or no place yet.');
  }
  const { otherRomes = [], group, sections, sizes, departements, hasContact, weights } = list;
  return {
    romes: [...new Set([project.occupation.rome, ...otherRomes])],
    communeCode: project.place.communeCode,
    radiusKm: list.radiusKm ?? radiusKm,
    ...{ group, sections, sizes },
    ...(departements === undefined ? {} : { departements }),
    ...(hasContact === undefined ? {} : { hasContact }),
    ...(weights === undefined || isUsual(weights) ? {} : { weights }),
  };
}

function listedOrder(order: CaseListQuery['order']): ListedOrder {
  return order === 'name' ? 'name' : 'distance';
}

function computedOrder(order: CaseListQuery['order']): 'plain' | 'spread' {
  return order === 'plain' ? 'plain' : 'spread';
}
