import { useState } from 'react';
import type { DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import type { EmployerGroup } from '../../../../shared/domain/employer/employer.schema.ts';
import type { ListedOrder } from '../../../../shared/domain/suggestion/listed.schema.ts';
import type { SuggestionOrder } from '../../../../shared/domain/suggestion/suggestion.schema.ts';
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
  readonly order: SuggestionOrder;
  /** The order where nothing is computed. */
  readonly listedOrder: ListedOrder;
  readonly activeKey: string | null;
  /** The row whose detail is open. */
  readonly openKey: string | null;
}

const FIRST_VIEW: ListView = {
  part: 'list',
  group: 'private',
  radiusKm: null,
  sections: [],
  sizes: [],
  order: 'spread',
  listedOrder: 'distance',
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

/** The list as it is asked of the core, and as a decision keeps it. */
export function listInput(caseId: string, isComputed: boolean, view: ListView): CaseListInput {
  const { group, radiusKm, sections, sizes, order, listedOrder } = view;
  return {
    caseId,
    group,
    radiusKm,
    sections: [...sections],
    sizes: [...sizes],
    order: isComputed ? order : listedOrder,
  };
}
