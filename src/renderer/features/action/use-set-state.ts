import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionState } from '../../../shared/domain/action/action.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

/** Says where an action stands; what was just said stays in sight for as long as the screen does. */
export function useSetState(caseId: string, onDone: (opId: string, text: string) => void) {
  const { t } = useTranslation();
  const [justChanged, setJustChanged] = useState<ReadonlySet<string>>(new Set());
  const setState = async (action: Action, state: ActionState): Promise<void> => {
    if (state === action.state) return;
    setJustChanged(new Set([...justChanged, action.id]));
    const { id: actionId, revision: baseRevision } = action;
    try {
      const { opId } = await commit('action.setState', { caseId, actionId, state, baseRevision });
      onDone(opId, t('action.stateSet', { text: action.text, state: t(`action.states.${state}`) }));
    } catch (failure) {
      showToast(t(`errors.${asApiError(failure).code}`));
    }
  };
  return { justChanged, setState };
}
