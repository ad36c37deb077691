import { useMemo } from 'react';
import { useStable } from '../../../ui/use-stable.ts';
import { type CaseLine, type SetAsideHere, standingOf, type Standings } from './case-rows.ts';
import type { RowDeciding } from './row-decision.tsx';
import type { useLineDecisions } from './use-line-decisions.ts';

interface RowDecidingOptions extends Pick<RowDeciding, 'activeKey'> {
  readonly standings: Standings;
  /** During this visit. */
  readonly setAside: readonly SetAsideHere[];
  readonly onLine: Pick<ReturnType<typeof useLineDecisions>, 'decide' | 'sayWhy'>;
  readonly isClosed: boolean;
}

/** What the cells of rows read: another one only when something of it is, while the list is moved about. */
export function useRowDeciding({ activeKey, standings, setAside, onLine, isClosed }: RowDecidingOptions): RowDeciding {
  const decide = useStable(onLine.decide);
  const sayWhy = useStable(onLine.sayWhy);
  return useMemo(() => {
    const isSetAside = ({ key }: CaseLine): boolean => setAside.some(({ line }) => line.key === key);
    return {
      activeKey,
      outcomeOf: (line) => (isSetAside(line) ? 'set-aside' : standingOf(line, standings).outcome),
      otherSiteOf: (line) => standingOf(line, standings).otherSite,
      isSetAsideHere: (line) => !isClosed && isSetAside(line),
      decide: isClosed ? null : decide,
      sayWhy,
    };
  }, [activeKey, standings, setAside, isClosed, decide, sayWhy]);
}
