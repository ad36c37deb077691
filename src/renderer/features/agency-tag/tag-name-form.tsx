import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './tag-list.css';

interface TagNameFormProps {
  readonly label: string;
  readonly submitText: string;
  readonly initial: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: (name: string) => void;
  /** What was refused is being changed. */
  readonly onType: () => void;
  readonly onCancel: () => void;
}

/** As `tagNameSchema` counts them. */
const LEAST_CHARACTERS = 2;
const MOST_CHARACTERS = 40;

/** The name of a tag, new or another one. */
export function TagNameForm(props: TagNameFormProps) {
  const { label, submitText, initial, isPending, error, onSubmit, onType, onCancel } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const [isChecked, setIsChecked] = useState(false);
  const refusal = error === null ? null : asApiError(error);
  const isTaken = refusal?.code === 'NAME_TAKEN';
  // As the core answers a name that the guard marks.
  const isPrivate = refusal?.details['families'] !== undefined;
  const isShort = name.trim().length < LEAST_CHARACTERS;
  const problem = (): string | null => {
    if (isChecked && isShort) return t('agencyTagList.nameShort');
    if (isPrivate) return t('guard.nameRefused');
    return isTaken ? t('agencyTagList.nameTaken') : null;
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!isShort && !isPending) onSubmit(name.trim());
  };
  return (
    <form
      className="form tag-name-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      noValidate
    >
      <TextField
        label={label}
        hint={t('agencyTagList.nameHint')}
        autoFocus
        maxLength={MOST_CHARACTERS}
        value={name}
        error={problem()}
        isErrorQuiet={isPrivate}
        refusesMarks
        onChange={(event) => {
          setName(event.currentTarget.value);
          onType();
        }}
      />
      {refusal === null || isTaken || isPrivate ? null : <ErrorState error={refusal} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={isPending}>
          {submitText}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('agencyTagList.cancel')}
        </Button>
      </div>
    </form>
  );
}
