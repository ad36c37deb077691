import { useState } from 'react';
import type { DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import type { EmployerGroup } from '../../../../shared/domain/employer/employer.schema.ts';
import type { ListedOrder } from '../../../../shared/domain/suggestion/listed.schema.ts';
import type { SuggestionOrder } from '../../../../shared/domain/suggestion/suggestion.schema.ts';
import { type FactorWeights, isUsual, USUAL_WEIGHTS } from '../../../../shared/domain/suggestion/weights.rules.ts';
import type { CaseListInput } from '../../../features/suggestion/suggestion.queries.ts';
import { onForget, onForgetFile } from '../../../platform/forgetting.ts';
import type { EmployerSearch } from '../../../platform/location.ts';

/** How one looks at the employers of a file: which part of them, narrowed how, and where the eye is. */
export interface ListView {
  readonly part: 'list' | DecisionOutcome;
  readonly group: EmployerGroup;
  /** Null for the reach of the job project. */
  readonly radiusKm: number | null;
  readonly sections: EmployerSearch['sections'];
  readonly sizes: EmployerSearch['sizes'];
  readonly hasContact: boolean;
  /** Départements searched whole beside the radius, by code. */
  readonly departements: readonly string[];
  /** Occupations searched beside that of the project. */
  readonly otherOccupations: readonly { readonly rome: string; readonly label: string }[];
  readonly withSetAside: boolean;
  readonly weights: FactorWeights;
  /** Whether what can be moved is on screen, and what would widen the list. */
  readonly isWhatIfOpen: boolean;
  readonly isWideningOpen: boolean;
  readonly order: SuggestionOrder;
  /** The order where nothing is computed. */
  readonly listedOrder: ListedOrder;
  readonly activeKey: string | null;
  /** The row whose detail is open. */
  readonly openKey: string | null;
}

/** The list as it comes, before anybody moved anything. */
export const UNMOVED = {
  radiusKm: null,
  sections: [],
  sizes: [],
  hasContact: false,
  departements: [],
  otherOccupations: [],
  withSetAside: false,
  weights: USUAL_WEIGHTS,
  order: 'spread',
  listedOrder: 'distance',
} as const satisfies Partial<ListView>;

const FIRST_VIEW: ListView = {
  ...UNMOVED,
  part: 'list',
  group: 'private',
  isWhatIfOpen: false,
  isWideningOpen: false,
  activeKey: null,
  openKey: null,
};

/** By file, in memory only: coming back from the page of an employer finds the list as it was left. */
const views = new Map<string, ListView>();

onForget(() => views.clear());
onForgetFile((caseId) => views.delete(caseId));

export function useListView(caseId: string): readonly [ListView, (change: Partial<ListView>) => void] {
  const [view, setView] = useState(views.get(caseId) ?? FIRST_VIEW);
  const change = (part: Partial<ListView>): void => {
    const next = { ...(views.get(caseId) ?? FIRST_VIEW), ...part };
    views.set(caseId, next);
    setView(next);
  };
  return [view, change];
}

/** Whether anything was moved from the list as it comes. */
export function isMoved(view: ListView): boolean {
  const { radiusKm, sections, sizes, hasContact, departements, otherOccupations, withSetAside } = view;
  const { weights, order, listedOrder } = view;
  return (
    radiusKm !== null ||
    [sections, sizes, departements, otherOccupations].some(({ length }) => length > 0) ||
    hasContact ||
    withSetAside ||
    !isUsual(weights) ||
    order !== UNMOVED.order ||
    listedOrder !== UNMOVED.listedOrder
  );
}

/** What Escape closes: the detail of a row, then what would widen the list, then what can be moved. */
export function steppedBack({ openKey, isWideningOpen }: ListView): Partial<ListView> {
  if (openKey !== null) return { openKey: null };
  return isWideningOpen ? { isWideningOpen: false } : { isWhatIfOpen: false };
}

/** The list as it is asked of the core, and as a decision keeps it. */
export function listInput(caseId: string, isComputed: boolean, view: ListView): CaseListInput {
  return { caseId, ...listAsked(isComputed, view) };
}

/** The same for whoever knows the file. */
export function listAsked(isComputed: boolean, view: ListView): Omit<CaseListInput, 'caseId'> {
  const { group, radiusKm, sections, sizes, departements, otherOccupations, weights, order, listedOrder } = view;
  return {
    group,
    radiusKm,
    sections: [...sections],
    sizes: [...sizes],
    ...(departements.length === 0 ? {} : { departements: [...departements] }),
    ...(otherOccupations.length === 0 ? {} : { otherRomes: otherOccupations.map(({ rome }) => rome) }),
    ...(view.hasContact ? { hasContact: true } : {}),
    ...(view.withSetAside ? { withSetAside: true } : {}),
    ...(isComputed && !isUsual(weights) ? { weights } : {}),
    order: isComputed ? order : listedOrder,
  };
}
