import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, Fact, FieldName, SaidBy } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { today } from '../../platform/today.ts';
import { isSameValue, type ValueShape } from '../../ui/value-shape.ts';
import { caseFileOf, refreshCaseFile } from './case-file.queries.ts';
import { holdFact, settleFact, type UnsettledFact, useUnsettledFact } from './unsettled-facts.ts';

const NOTHING_SEEN = { value: null, revision: 0 };

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
 * what cannot be kept stays in `unsettled`.
 */
export function useFactEditing(options: FactEditingOptions): FactEditing {
  const { caseId, field, shape, fact, onSaved, onUnsettled } = options;
  const client = useQueryClient();
  const [draft, setDraft] = useState<FactDraft | null>(null);
  /** What was on screen when the editing began: what comes meanwhile is not what was read. */
  const [seen, setSeen] = useState<{ readonly value: unknown; readonly revision: number }>(NOTHING_SEEN);
  const unsettled = useUnsettledFact(caseId, field);
  const current = fact?.value ?? null;

  const send = async (value: unknown, saidBy: SaidBy, baseRevision: number): Promise<void> => {
    const saidOn = today();
    try {
      const change = { field, value };
      const { opId } = await commit('caseFile.setField', { caseId, change, saidBy, saidOn, baseRevision });
      settleFact(caseId, field);
      onSaved(opId);
    } catch (error) {
      holdFact(caseId, field, { value, saidBy, saidOn, code: asApiError(error).code });
      onUnsettled();
    }
    await refreshCaseFile(client, caseId);
  };
  const open = (from: FactDraft): void => {
    setSeen({ value: current, revision: fact?.revision ?? 0 });
    setDraft(from);
  };

  return {
    draft,
    unsettled,
    start: () => open({ value: current, saidBy: 'person', isSaidByChosen: false }),
    change: (change) => setDraft((before) => (before === null ? null : { ...before, ...change })),
    restore: () => setDraft(null),
    keep: (chosen) => {
      if (draft === null) return;
      setDraft(null);
      const { value } = chosen ?? draft;
      const kept = value === null ? null : shape.clean(value);
      // A person is called something: an emptied name is a slip.
      if (kept === null && field === 'name') return;
      const isNewSource = draft.isSaidByChosen && draft.saidBy !== fact?.saidBy && kept !== null;
      if (isSameValue(kept, seen.value) && !isNewSource) return;
      void send(kept, draft.saidBy, seen.revision);
    },
    settle: (choice) => {
      if (unsettled === null) return;
      if (choice === 'theirs') settleFact(caseId, field);
      else if (choice === 'mine') {
        const now = client.getQueryData<CaseFile>(caseFileOf(caseId).queryKey);
        void send(unsettled.value, unsettled.saidBy, now?.facts[field]?.revision ?? 0);
      } else open({ value: unsettled.value, saidBy: unsettled.saidBy, isSaidByChosen: true });
    },
  };
}
