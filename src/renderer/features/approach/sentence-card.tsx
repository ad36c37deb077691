import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SENTENCE_MAX_CHARACTERS } from '../../../shared/domain/approach/approach.ts';
import type { ApproachRow } from '../../../shared/domain/approach/approach.schema.ts';
import { copyText } from '../../platform/clipboard.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';

export interface SentenceCardProps {
  readonly row: ApproachRow;
  /** True once it is written. */
  readonly onWord: (text: string) => Promise<boolean>;
}

/** What to say first: ours, or as these two people want it. */
export function SentenceCard({ row, onWord }: SentenceCardProps) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const opener = useFocusReturn(isEditing);
  const sentence = row.ownSentence ?? row.proposedSentence;
  const copy = async (): Promise<void> => {
    showToast((await copyText(sentence)) ? t('approach.sentence.copied') : t('ui.copyFailed'));
  };
  /** What was typed stays until it is written: it may be refused. */
  const keep = async (said: string): Promise<void> => {
    if (said === (row.ownSentence ?? '') || (await onWord(said))) setIsEditing(false);
  };
  if (isEditing) {
    return (
      <SentenceForm
        sentence={sentence}
        onClose={() => setIsEditing(false)}
        onKeep={(text) => void keep(text.trim() === row.proposedSentence ? '' : text.trim())}
      />
    );
  }
  return (
    <section className="approach-sentence">
      <h3>{t('approach.sentence.title')}</h3>
      <blockquote lang="fr">{sentence}</blockquote>
      <p className="quiet small">{t(row.ownSentence === null ? 'approach.sentence.ours' : 'approach.sentence.own')}</p>
      <div className="approach-acts">
        <TextButton ref={opener} onClick={() => setIsEditing(true)}>
          {t('approach.sentence.edit')}
        </TextButton>
        <TextButton onClick={() => void copy()}>{t('approach.sentence.copy')}</TextButton>
      </div>
    </section>
  );
}

interface SentenceFormProps {
  readonly sentence: string;
  readonly onKeep: (text: string) => void;
  readonly onClose: () => void;
}

function SentenceForm({ sentence, onKeep, onClose }: SentenceFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(sentence);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onKeep(text);
  };
  return (
    <form
      className="form approach-sentence"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t('approach.sentence.label')}
        hint={t('approach.sentence.hint')}
        maxLength={SENTENCE_MAX_CHARACTERS}
        autoFocus
        spellCheck
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="form-actions">
        <Button type="submit">{t('approach.sentence.keep')}</Button>
        <Button kind="quiet" onClick={onClose}>
          {t('approach.sentence.giveUp')}
        </Button>
      </div>
    </form>
  );
}
