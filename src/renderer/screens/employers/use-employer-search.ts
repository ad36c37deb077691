import { DEFAULT_SEARCH, isComplete, withFilter, withNewDraw, withSubject } from '../../features/suggestion/search.ts';
import { type EmployerOrigin, type EmployerSearch, go, refine, useLocation } from '../../platform/location.ts';

/** The search of the screen and the ways to change it: a new question is a step in the history, a filter is not. */
export function useEmployerSearch() {
  const location = useLocation();
  const search = location.screen === 'employers' ? (location.search ?? DEFAULT_SEARCH) : DEFAULT_SEARCH;
  const refineTo = (next: EmployerSearch): void => refine({ screen: 'employers', search: next });
  const openSearch = (next: EmployerSearch): void => {
    if (isComplete(search)) go({ screen: 'employers', search: next });
    else refineTo(next);
  };
  return {
    search,
    /** Another occupation or place. */
    ask: (subject: Pick<Partial<EmployerSearch>, 'occupation' | 'place'>): void =>
      openSearch(withSubject(search, subject)),
    /** The same question, narrower or wider. */
    filter: (change: Partial<EmployerSearch>): void => refineTo(withFilter(search, change)),
    /** The same question, drawn again. */
    drawAgain: (): void => refineTo(withNewDraw(search)),
    /** Where the eye is. */
    look: (change: Pick<Partial<EmployerSearch>, 'activeSiret' | 'explainedSiret'>): void =>
      refineTo({ ...search, ...change }),
    openNeighbour: (neighbour: { readonly rome: string; readonly label: string }): void => {
      const occupation = { rome: neighbour.rome, label: neighbour.label, title: neighbour.label };
      go({ screen: 'employers', search: { ...withSubject(search, { occupation }), origin: search } });
    },
    returnToOrigin: (): void => {
      if (search.origin !== null) go({ screen: 'employers', search: search.origin });
    },
    openEmployer: (siret: string, contact: EmployerOrigin['contact']): void =>
      go({ screen: 'employer', siret, from: { contact } }),
  };
}

export type EmployerSearchActions = ReturnType<typeof useEmployerSearch>;
