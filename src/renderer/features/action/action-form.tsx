import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './action.css';

interface ActionFormProps {
  readonly caseId: string;
  readonly onDone: (opId: string, text: string) => void;
}

const OWNERS = ['advisor', 'person', 'partner'] as const;

/** Something agreed on: who, what, by when. */
export function ActionForm({ caseId, onDone }: ActionFormProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!isOpen) {
    return (
      <div>
        <TextButton ref={opener} onClick={() => setIsOpen(true)}>
          {t('action.add')}
        </TextButton>
      </div>
    );
  }
  return <OpenForm caseId={caseId} onDone={onDone} onClose={() => setIsOpen(false)} />;
}

function OpenForm({ caseId, onDone, onClose }: ActionFormProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [owner, setOwner] = useState<Action['owner']>('advisor');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const what = text.trim();
    if (what === '') {
      setProblem(t('action.textMissing'));
      return;
    }
    try {
      const { opId } = await commit('action.add', { caseId, owner, text: what, dueOn: dueOn === '' ? null : dueOn });
      onClose();
      onDone(opId, t('action.added', { text: what }));
    } catch (error) {
      setProblem(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <form
      className="action-form"
      aria-label={t('action.add')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t('action.text')}
        maxLength={160}
        autoFocus
        error={problem}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="action-form-row">
        <Segmented
          label={t('action.owner')}
          choices={OWNERS.map((value) => ({ value, label: t(`action.owners.${value}`) }))}
          chosen={owner}
          onChoose={setOwner}
        />
        <TextField
          label={t('action.dueOn')}
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
      </div>
      <div className="form-actions">
        <Button type="submit">{t('action.keep')}</Button>
        <Button kind="quiet" onClick={onClose}>
          {t('action.giveUp')}
        </Button>
      </div>
    </form>
  );
}
