import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { commit } from '../../platform/commit.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ActionFields } from './action-fields.tsx';
import './action.css';
import { asked, type TypedAction } from './half-typed-actions.ts';

interface ReviseFormProps {
  readonly action: Action;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** What was agreed on is put right in its place. */
export function ReviseForm({ action, onClose, onDone }: ReviseFormProps) {
  const { t } = useTranslation();
  const { id: actionId, caseId, kind, revision: baseRevision } = action;
  const [typed, setTyped] = useState<TypedAction>(() => ({
    ...{ owner: action.owner, partner: action.partner, text: action.text, isTogether: action.isTogether },
    ...{ dueOn: action.dueOn ?? '', serves: action.serves ?? '' },
  }));
  const [isChecked, setIsChecked] = useState(false);
  const textField = useRef<HTMLInputElement>(null);
  const isMissing = typed.text.trim() === '';
  const revise = useMutation({
    mutationFn: () => commit('action.revise', { caseId, actionId, ...asked(typed, kind), baseRevision }),
    onSuccess: ({ opId }) => {
      onClose();
      onDone(opId, t('action.revised', { text: typed.text.trim() }));
    },
  });
  return (
    <form
      className="action-form"
      aria-label={t('action.reviseOf', { text: action.text })}
      onSubmit={(event) => {
        event.preventDefault();
        setIsChecked(true);
        if (isMissing) textField.current?.focus();
        else if (!revise.isPending) revise.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <ActionFields
        {...{ caseId, kind, typed, textField }}
        onType={(change) => setTyped((former) => ({ ...former, ...change }))}
        hasFirstFocus
        isTextMissing={isChecked && isMissing}
      />
      {revise.error === null ? null : <ErrorState error={revise.error} />}
      <div className="form-actions">
        <Button type="submit" disabled={revise.isPending}>
          {t('action.keepRevised')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('action.giveUp')}
        </Button>
      </div>
    </form>
  );
}
