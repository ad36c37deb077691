import { type SubmitEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ViewNameFormProps {
  readonly title: string;
  readonly name: string;
  /** What is kept, in words. */
  readonly hint?: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onName: (name: string) => void;
  /** What was refused is being changed. */
  readonly onType: () => void;
}

const LONGEST = 60;

/** A name for a way of looking. What the guard marks in it is refused by the core: a name stays on screen every day. */
export function ViewNameForm({ title, name, hint, isPending, error, onName, onType }: ViewNameFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(name);
  const [isMissing, setIsMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const asked = typed.trim();
    setIsMissing(asked === '');
    if (asked === '') field.current?.focus();
    else if (!isPending) onName(asked);
  };
  const refused = error === null ? null : asApiError(error);
  // As the core answers a name that the guard marks.
  const isPrivate = refused?.details['families'] !== undefined;
  const refusal = refused === null ? null : t(isPrivate ? 'guard.nameRefused' : `errors.${refused.code}`);
  return (
    <form className="filter-panel" onSubmit={submit} noValidate aria-labelledby={id}>
      <h3 id={id} className="filter-panel-title">
        {title}
      </h3>
      <TextField
        ref={field}
        label={t('savedView.name')}
        data-autofocus
        maxLength={LONGEST}
        value={typed}
        {...(hint === undefined ? {} : { hint })}
        isErrorQuiet={isPrivate}
        refusesMarks
        error={isMissing ? t('savedView.nameMissing') : refusal}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onType();
        }}
      />
      <div>
        <Button kind="primary" size="small" type="submit">
          {t('savedView.save')}
        </Button>
      </div>
    </form>
  );
}
