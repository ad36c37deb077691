import { WHOLE_PORTFOLIO } from '../../features/portfolio/remembered-view.ts';
import { currentLocation, go, lastPortfolioLocation, type PortfolioView, refine } from '../../platform/location.ts';

/**
 * Looks at the portfolio otherwise. It is kept with the place in the history, so that coming back from a file restores it;
 * read from there at each call, these functions never change and the table is not made anew. Once one has gone elsewhere
 * there is nothing to look at: what comes late changes nothing.
 */
export function look(change: Partial<PortfolioView>): void {
  const here = currentLocation();
  if (here.screen !== 'portfolio') return;
  refine({ screen: 'portfolio', view: { ...(here.view ?? WHOLE_PORTFOLIO), ...change } });
}

/** The same from another screen, which is left for the portfolio; nothing is left typed in its search. */
export function lookFromAnywhere(change: Partial<PortfolioView>): void {
  if (currentLocation().screen !== 'portfolio') go(lastPortfolioLocation());
  look({ text: '', ...change });
}

/** On its summary: of a new one it says what to ask first, in the order of a first meeting. */
export function openFile(caseId: string): void {
  go({ screen: 'caseFile', caseId, tab: 'summary' });
}
