import type { RefObject } from 'react';
import type { DecisionOutcome, SetAsideReason } from '../../../../shared/domain/decision/decision.schema.ts';
import type { CaseListInput } from '../../../features/suggestion/suggestion.queries.ts';
import type { DataTableHandle } from '../../../ui/data-table.tsx';
import { hideToast } from '../../../ui/toast.tsx';
import { type CaseLine, itemOf, nameOfLine, type SetAsideHere, standingOf, type Standings } from './case-rows.ts';
import type { ListView } from './list-view.ts';
import type { Decisions } from './use-decisions.ts';

interface LineDecisionsOptions {
  readonly lines: readonly CaseLine[];
  readonly input: CaseListInput;
  readonly standings: Standings;
  readonly deciding: Decisions;
  readonly table: RefObject<DataTableHandle | null>;
  readonly onChange: (change: Partial<ListView>) => void;
}

/** Decisions on the lines of the list: after each, the keys are on the next line, and no line has moved. */
export function useLineDecisions(options: LineDecisionsOptions) {
  const { lines, input, standings, deciding, table, onChange } = options;
  const setAsideOf = (line: CaseLine): SetAsideHere | undefined =>
    deciding.setAside.find((here) => here.line.key === line.key);
  const sayWhy = (line: CaseLine): void => {
    // Its word would stand over the panel.
    hideToast();
    onChange({ activeKey: line.key, openKey: line.key });
  };
  const send = (line: CaseLine, outcome: DecisionOutcome, why: Why = {}): void => {
    const at = lines.findIndex(({ key }) => key === line.key);
    const { caseId: _ofTheFile, ...list } = input;
    const about = { key: line.key, item: itemOf(line), name: nameOfLine(line), outcome, ...why };
    const { revision } = standingOf(line, standings);
    const shown = { revision, list: line.kind === 'own' ? null : list };
    void deciding.makeOnLine({ ...about, ...shown }, line, lines[at - 1]?.key ?? null);
  };
  return {
    setAsideOf,
    sayWhy,
    outcomeOf: (line: CaseLine): DecisionOutcome | null =>
      setAsideOf(line) === undefined ? standingOf(line, standings).outcome : 'set-aside',
    decide: (line: CaseLine, outcome: DecisionOutcome): void => {
      const here = setAsideOf(line);
      if (here !== undefined && outcome === 'set-aside') {
        sayWhy(line);
        return;
      }
      if (here === undefined && standingOf(line, standings).outcome === outcome) return;
      const at = lines.findIndex(({ key }) => key === line.key);
      onChange({ openKey: null });
      table.current?.focusRow((lines[at + 1] ?? line).key);
      send(line, outcome);
    },
    /** The same decision again, with its reasons: the former one stays in the trail. */
    giveReasons: (line: CaseLine, reasons: readonly SetAsideReason[], words: string): void => {
      onChange({ openKey: null });
      table.current?.focusRow(line.key);
      if (reasons.length > 0 || words !== '') send(line, 'set-aside', { reasons, words });
    },
  };
}

interface Why {
  readonly reasons?: readonly SetAsideReason[];
  readonly words?: string;
}
