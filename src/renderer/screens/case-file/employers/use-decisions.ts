import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type {
  DecisionItem,
  DecisionOutcome,
  SetAsideReason,
} from '../../../../shared/domain/decision/decision.schema.ts';
import { asApiError } from '../../../platform/api.ts';
import { commit } from '../../../platform/commit.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { Undo } from '../use-undo.ts';
import { type CaseLine, type SetAsideHere, stillHolds } from './case-rows.ts';

type ListInput = CallInput<'decision.make'>['list'];

export interface Deciding {
  readonly key: string;
  readonly item: DecisionItem;
  readonly name: string;
  readonly outcome: DecisionOutcome;
  /** What the person deciding saw. */
  readonly revision: number;
  readonly list: ListInput;
  readonly reasons?: readonly SetAsideReason[];
  readonly words?: string;
}

interface Made {
  readonly opIds: readonly string[];
  readonly revision: number;
}

export interface Decisions {
  /** Set aside during the visit and still so. */
  readonly setAside: readonly SetAsideHere[];
  readonly make: (deciding: Deciding) => Promise<void>;
  /** The same for a row of the list, whose line keeps its place. */
  readonly makeOnLine: (deciding: Deciding, line: CaseLine, afterKey: string | null) => Promise<void>;
  /** Takes back all that was decided on it: it is in the list again, as if nothing had been. Not undone by a key. */
  readonly reset: (about: Pick<Deciding, 'key' | 'item' | 'name' | 'revision'>) => Promise<void>;
  /** Another list: what was set aside is no longer in it. */
  readonly forgetPlaces: () => void;
}

/** Decisions on employers, each taken by a person, said, and undone by a key. */
export function useDecisions(caseId: string, { done, undone }: Pick<Undo, 'done' | 'undone'>): Decisions {
  const { t } = useTranslation();
  const [made, setMade] = useState<ReadonlyMap<string, Made>>(new Map());
  const [kept, setKept] = useState<readonly SetAsideHere[]>([]);

  /** What was decided or undone here is newer than what the list knew. */
  const seenRevision = ({ key, revision }: Pick<Deciding, 'key' | 'revision'>): number => {
    const { opIds = [], revision: own = 0 } = made.get(key) ?? {};
    return Math.max(revision, own, ...opIds.map((opId) => undone.get(opId) ?? 0));
  };
  const send = async (deciding: Deciding): Promise<Made | null> => {
    const { key, item, name, outcome, list, reasons = [], words = '' } = deciding;
    const baseRevision = seenRevision(deciding);
    try {
      const input = { caseId, item, outcome, reasons: [...reasons], words, list, baseRevision };
      const { opId, revision } = await commit('decision.make', input);
      const all = { opIds: [...(made.get(key)?.opIds ?? []), opId], revision };
      setMade((before) => new Map(before).set(key, all));
      const hasWhy = reasons.length > 0 || words !== '';
      const next = outcome === 'set-aside' && !hasWhy ? t('decision.sayWhyKey') : '';
      done(opId, hasWhy ? t('decision.done.why', { name }) : t(`decision.done.${outcome}`, { name }), next);
      return all;
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
      return null;
    }
  };
  const drop = (key: string): void => setKept((before) => before.filter(({ line }) => line.key !== key));

  return {
    setAside: kept.filter((each) => stillHolds(each, undone)),
    make: async (deciding) => {
      if ((await send(deciding)) !== null) drop(deciding.key);
    },
    makeOnLine: async (deciding, line, afterKey) => {
      const { key, outcome, reasons = [], words = '' } = deciding;
      const former = kept.find((each) => each.line.key === key);
      if (outcome !== 'set-aside') {
        if ((await send(deciding)) !== null) drop(key);
        return;
      }
      const here = { opIds: [], revision: 0, afterKey, ...former, line, reasons, words };
      setKept((before) => [...before.filter((each) => each.line.key !== key), here]);
      const committed = await send(deciding);
      if (committed === null && former === undefined) drop(key);
      if (committed === null) return;
      const opIds = [...(former?.opIds ?? []), ...committed.opIds.slice(-1)];
      setKept((before) =>
        before.map((each) => (each.line.key === key ? { ...each, opIds, revision: committed.revision } : each)),
      );
    },
    reset: async (about) => {
      const { key, item, name } = about;
      try {
        const { revision } = await commit('decision.reset', { caseId, item, baseRevision: seenRevision(about) });
        setMade((before) => new Map(before).set(key, { opIds: [], revision }));
        drop(key);
        showToast(t('decision.putBackDone', { name }));
      } catch (error) {
        showToast(t(`errors.${asApiError(error).code}`));
      }
    },
    forgetPlaces: () => setKept([]),
  };
}
