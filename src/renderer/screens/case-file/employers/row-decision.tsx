import { createContext, useCallback, useContext } from 'react';
import type { DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import { DecisionCell } from '../../../features/decision/decision-cell.tsx';
import { agreementOf } from '../../../features/decision/decision-words.ts';
import { type CaseLine, nameOfLine } from './case-rows.ts';

export interface RowDeciding {
  readonly activeKey: string | null;
  readonly outcomeOf: (line: CaseLine) => DecisionOutcome | null;
  /** What holds of another site of the same employer, where nothing does of this one. */
  readonly otherSiteOf: (line: CaseLine) => DecisionOutcome | null;
  /** Set aside during the visit: why can still be said. */
  readonly isSetAsideHere: (line: CaseLine) => boolean;
  /** Null on a closed file. */
  readonly decide: ((line: CaseLine, outcome: DecisionOutcome) => void) | null;
  readonly sayWhy: (line: CaseLine) => void;
}

/** The cells of a table stay while what they show changes: they read it here. */
export const RowDecidingContext = createContext<RowDeciding | null>(null);

export function RowDecision({ line }: { readonly line: CaseLine }) {
  const deciding = useContext(RowDecidingContext);
  const decide = deciding?.decide ?? null;
  const sayWhy = deciding?.sayWhy;
  const onDecide = useCallback((outcome: DecisionOutcome) => decide?.(line, outcome), [decide, line]);
  const onWhy = useCallback(() => sayWhy?.(line), [sayWhy, line]);
  if (deciding === null) return null;
  return (
    <DecisionCell
      name={nameOfLine(line)}
      outcome={deciding.outcomeOf(line)}
      otherSite={deciding.otherSiteOf(line)}
      agreement={line.kind === 'own' ? 'feminine' : agreementOf(line.employer.group)}
      isActive={line.key === deciding.activeKey}
      onDecide={decide === null ? null : onDecide}
      onWhy={deciding.isSetAsideHere(line) ? onWhy : undefined}
    />
  );
}
