import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CaseFile, Fact, FieldName, SaidBy } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { today } from '../../platform/today.ts';
import { isSameValue, type ValueShape } from '../../ui/value-shape.ts';
import { withoutHalfTyped } from '../../ui/value-shapes.tsx';
import { caseFileOf, refreshCaseFile } from './case-file.queries.ts';
import { holdFact, settleFact, type UnsettledFact, useUnsettledFact } from './unsettled-facts.ts';
import { useKeptWhenLeft } from './use-kept-when-left.ts';

/** What is typed, and what it is typed over. */
interface OpenFact {
  readonly draft: FactDraft;
  /** What was on screen when the editing began: what comes meanwhile is not what was read. */
  readonly seen: { readonly value: unknown; readonly revision: number };
}

export interface FactDraft {
  readonly value: unknown;
  readonly saidBy: SaidBy;
  /** Whether who said it was chosen, and is a change by itself. */
  readonly isSaidByChosen: boolean;
}

interface FactEditingOptions {
  readonly caseId: string;
  readonly field: FieldName;
  readonly shape: ValueShape<unknown>;
  readonly fact: Fact | undefined;
  readonly onSaved: (opId: string) => void;
  readonly onUnsettled: () => void;
}

export interface FactEditing {
  readonly draft: FactDraft | null;
  readonly unsettled: UnsettledFact | null;
  readonly start: () => void;
  readonly change: (change: Partial<FactDraft>) => void;
  readonly restore: () => void;
  /** Keeps what is typed, or a value chosen in one gesture. */
  readonly keep: (chosen?: { readonly value: unknown }) => void;
  readonly settle: (choice: 'theirs' | 'mine' | 'edit') => void;
}

/**
 * One field from reading to keeping. Nothing is overwritten unseen: a change carries the revision it was made on, and
 * what cannot be kept stays in `unsettled`. Nothing typed is lost: a field that goes away is kept too.
 */
export function useFactEditing(options: FactEditingOptions): FactEditing {
  const { caseId, field, shape, fact, onSaved, onUnsettled } = options;
  const client = useQueryClient();
  const [draft, setDraft] = useState<FactDraft | null>(null);
  /** The same at once, for a field that goes before it is drawn again. */
  const open = useRef<OpenFact | null>(null);
  const unsettled = useUnsettledFact(caseId, field);

  const show = (next: OpenFact | null): void => {
    open.current = next;
    setDraft(next?.draft ?? null);
  };
  const start = (from: FactDraft): void =>
    show({ draft: from, seen: { value: fact?.value ?? null, revision: fact?.revision ?? 0 } });
  const send = async (value: unknown, saidBy: SaidBy, baseRevision: number): Promise<void> => {
    const saidOn = today();
    try {
      const change = { field, value };
      const { opId } = await commit('caseFile.setField', { caseId, change, saidBy, saidOn, baseRevision });
      settleFact(caseId, field);
      onSaved(opId);
    } catch (error) {
      const { code } = asApiError(error);
      // Whoever unlocks next may be somebody else: nothing of it waits for them.
      if (code === 'LOCKED') return;
      holdFact(caseId, field, { value, saidBy, saidOn, code });
      onUnsettled();
      // A change that is kept tells so by itself; this one may come from what was not told yet.
      await refreshCaseFile(client, caseId);
    }
  };
  const keep = async (valueOf: (opened: OpenFact) => unknown): Promise<void> => {
    const opened = open.current;
    if (opened === null) return;
    show(null);
    const { draft: typed, seen } = opened;
    const value = valueOf(opened);
    const kept = value === null ? null : shape.clean(value);
    // A person is called something: an emptied name is a slip.
    if (kept === null && field === 'name') return;
    const isNewSource = typed.isSaidByChosen && typed.saidBy !== fact?.saidBy && kept !== null;
    if (isSameValue(kept, seen.value) && !isNewSource) return;
    await send(kept, typed.saidBy, seen.revision);
  };
  // Nobody is there to finish a date: the former one stays.
  useKeptWhenLeft(() => keep(({ draft: typed, seen }) => withoutHalfTyped(typed.value, seen.value)));

  return {
    draft,
    unsettled,
    start: () => start({ value: fact?.value ?? null, saidBy: 'person', isSaidByChosen: false }),
    change: (change) => {
      const opened = open.current;
      if (opened !== null) show({ ...opened, draft: { ...opened.draft, ...change } });
    },
    restore: () => show(null),
    keep: (chosen) => void keep((opened) => withoutHalfTyped((chosen ?? opened.draft).value, null)),
    settle: (choice) => {
      if (unsettled === null) return;
      if (choice === 'theirs') settleFact(caseId, field);
      else if (choice === 'mine') {
        const now = client.getQueryData<CaseFile>(caseFileOf(caseId).queryKey);
        void send(unsettled.value, unsettled.saidBy, now?.facts[field]?.revision ?? 0);
      } else start({ value: unsettled.value, saidBy: unsettled.saidBy, isSaidByChosen: true });
    },
  };
}
