import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import './action.css';
import type { ActionInput } from './action.queries.ts';
import { ActionFields } from './action-fields.tsx';
import {
  asked as askedOf,
  type HalfTypedAction,
  holdAction,
  NOTHING_TYPED,
  releaseAction,
  useHeldAction,
} from './half-typed-actions.ts';

interface ActionFormProps {
  readonly caseId: string;
  /** One comes to go on with what was begun: it takes the keys. */
  readonly isWanted: boolean;
  readonly onReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** Something agreed on: who, what, by when. */
export function ActionForm(props: ActionFormProps) {
  const { caseId } = props;
  const { t } = useTranslation();
  const [isAsked, setIsAsked] = useState(false);
  const held = useHeldAction(caseId);
  // Begun, and left for another tab or locked: it is still open.
  const isOpen = isAsked || held !== null;
  const opener = useFocusReturn(isOpen);
  if (!isOpen) {
    return (
      <div>
        <TextButton ref={opener} onClick={() => setIsAsked(true)}>
          {t('action.add')}
        </TextButton>
      </div>
    );
  }
  return <OpenForm {...props} held={held} onClose={() => setIsAsked(false)} />;
}

interface OpenFormProps extends ActionFormProps {
  /** What was begun; null where nothing was. */
  readonly held: HalfTypedAction | null;
  readonly onClose: () => void;
}

function OpenForm({ caseId, isWanted, onReached, onDone, held, onClose }: OpenFormProps) {
  const { t } = useTranslation();
  const typed = held ?? NOTHING_TYPED;
  const { kind, text, decisionId } = typed;
  const [isChecked, setIsChecked] = useState(false);
  const type = (change: Partial<HalfTypedAction>): void => holdAction(caseId, { ...typed, ...change });
  const close = (): void => {
    releaseAction(caseId);
    onClose();
  };
  const textField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    textField.current?.focus();
    onReached();
  }, [isWanted, onReached]);
  const commandIdOf = useCommandIds();
  const add = useMutation({
    mutationFn: (asked: ActionInput) => call('action.add', { ...asked, commandId: commandIdOf(asked) }),
    // Told even when the tab was left meanwhile: what was added is not offered again.
    onSuccess: ({ opId }, asked) => {
      close();
      onDone(opId, t('action.added', { text: asked.text }));
    },
  });
  const what = text.trim();
  const submit = (): void => {
    setIsChecked(true);
    if (what === '') textField.current?.focus();
    if (what === '' || add.isPending) return;
    add.mutate({ caseId, kind, ...askedOf(typed, kind), decisionId: decisionId === '' ? null : decisionId });
  };
  return (
    <form
      className="action-form"
      aria-label={t(kind === 'objective' ? 'action.addObjective' : 'action.add')}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) {
          event.preventDefault();
          submit();
        }
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        // What is typed is given up by its button alone: here one leaves it begun.
        if (what === '') close();
        else document.getElementById('main')?.focus({ preventScroll: true });
      }}
    >
      <ActionFields
        {...{ caseId, kind, typed, textField }}
        onType={type}
        // Left half typed, it is there again: the keys are where one went.
        hasFirstFocus={held === null}
        isTextMissing={isChecked && what === ''}
      />
      {add.error === null ? null : <ErrorState error={add.error} />}
      <div className="form-actions">
        <Button type="submit" disabled={add.isPending}>
          {t('action.keep')}
        </Button>
        <Button kind="quiet" onClick={close}>
          {t('action.giveUp')}
        </Button>
      </div>
    </form>
  );
}
