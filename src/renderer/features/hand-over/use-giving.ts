import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceReason, TransferReason } from '../../../shared/domain/hand-over/hand-over.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

/** To whom, until when (null: from now on), and why. */
export type Giving =
  | { readonly toId: string; readonly until: string; readonly reason: AbsenceReason }
  | { readonly toId: string; readonly until: null; readonly reason: TransferReason };

interface Given {
  readonly caseId: string;
  readonly opId: string;
}

function give(caseId: string, giving: Giving): Promise<{ readonly opId: string }> {
  const { toId } = giving;
  if (giving.until === null) return commit('handOver.reassign', { caseId, toId, reason: giving.reason });
  return commit('handOver.lend', { caseId, toId, until: giving.until, reason: giving.reason });
}

/**
 * Gives files to somebody, one after another: each stands by itself, so that what a failure stops is what was not given
 * yet. Says how many were given, and offers to undo them all where whoever did it may.
 */
export function useGiving({ mayUndo }: { readonly mayUndo: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  /** How many were given, of how many; null when nothing is on its way. */
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const undo = async (given: readonly Given[], text: string): Promise<void> => {
    try {
      for (const { caseId, opId } of given.toReversed()) await commit('caseFile.undo', { caseId, opId });
      showToast(t('caseFile.undone', { text }));
    } catch (failure) {
      showToast(t(`errors.${asApiError(failure).code}`));
    } finally {
      await client.invalidateQueries();
    }
  };
  /** True when all of them were given. */
  const giveAll = async (
    caseIds: readonly string[],
    giving: Giving,
    told: (count: number) => string,
  ): Promise<boolean> => {
    const given: Given[] = [];
    setError(null);
    try {
      for (const caseId of caseIds) {
        setProgress({ done: given.length, of: caseIds.length });
        const { opId } = await give(caseId, giving);
        given.push({ caseId, opId });
      }
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setProgress(null);
      if (given.length > 0) {
        const text = told(given.length);
        if (mayUndo) showToast(text, { label: t('caseFile.undo'), run: () => void undo(given, text) });
        else showToast(text);
        await client.invalidateQueries();
      }
    }
  };
  return { giveAll, progress, error };
}
