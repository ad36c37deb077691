import { type RefObject, useLayoutEffect, useRef } from 'react';
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
  /** What holds at the very moment a panel goes: one whose decision was undone or changed has no reasons to keep. */
  const holding = useRef(deciding.setAside);
  useLayoutEffect(() => {
    holding.current = deciding.setAside;
  });
  const changed = useRef<string | null>(null);
  const sayWhy = (line: CaseLine): void => {
    changed.current = null;
    // Its word would stand over the panel.
    hideToast();
    onChange({ activeKey: line.key, openKey: line.key });
  };
  const send = (line: CaseLine, outcome: DecisionOutcome, why: Why = {}): Promise<void> => {
    const at = lines.findIndex(({ key }) => key === line.key);
    const { caseId: _ofTheFile, ...list } = input;
    const about = { key: line.key, item: itemOf(line), name: nameOfLine(line), outcome, ...why };
    const { revision } = standingOf(line, standings);
    const shown = { revision, list: line.kind === 'own' ? null : list };
    return deciding.makeOnLine({ ...about, ...shown }, line, lines[at - 1]?.key ?? null);
  };
  const decide = (line: CaseLine, outcome: DecisionOutcome): void => {
    const here = setAsideOf(line);
    if (here !== undefined && outcome === 'set-aside') {
      sayWhy(line);
      return;
    }
    if (here === undefined && standingOf(line, standings).outcome === outcome) return;
    const at = lines.findIndex(({ key }) => key === line.key);
    changed.current = line.key;
    onChange({ openKey: null });
    table.current?.focusRow((lines[at + 1] ?? line).key);
    void send(line, outcome);
  };
  return {
    setAsideOf,
    sayWhy,
    decide,
    /** By a key: it acts on the row that has the focus; from elsewhere it leads there first. */
    decideByKey: (line: CaseLine | undefined, outcome: DecisionOutcome): void => {
      if (line !== undefined && isOnActiveRow()) decide(line, outcome);
      else table.current?.focusRow();
    },
    /** The same decision again, with its reasons: the former one stays in the trail. */
    giveReasons: (line: CaseLine, reasons: readonly SetAsideReason[], words: string): void => {
      onChange({ openKey: null });
      table.current?.focusRow(line.key);
      if (reasons.length > 0 || words !== '') void send(line, 'set-aside', { reasons, words });
    },
    /** The same where the panel went by itself: the keys are elsewhere. */
    keepReasons: async (line: CaseLine, reasons: readonly SetAsideReason[], words: string): Promise<void> => {
      const isHeld = holding.current.some((here) => here.line.key === line.key) && changed.current !== line.key;
      if (isHeld && (reasons.length > 0 || words !== '')) await send(line, 'set-aside', { reasons, words });
    },
  };
}

interface Why {
  readonly reasons?: readonly SetAsideReason[];
  readonly words?: string;
}

/** Whether the focus is on the row that is marked as the active one, or within it, its detail included. */
function isOnActiveRow(): boolean {
  const item = document.activeElement?.closest('.table-item') ?? null;
  return item !== null && item.querySelector('[role="row"][data-active="true"]') !== null;
}
