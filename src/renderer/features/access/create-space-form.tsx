import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCreateSpace } from './access.queries.ts';
import './access.css';
import {
  EMPTY_SPACE,
  LEAST_PASSPHRASE_CHARACTERS,
  SPACE_FIELDS,
  type SpaceField,
  type SpaceForm,
  spaceProblems,
} from './new-space.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { TrialMark } from './trial-mark.tsx';

interface CreateSpaceFormProps {
  /** Imported data are there already, waiting for somebody. */
  readonly hasData: boolean;
  readonly onCancel: (() => void) | null;
}

/** Who one is and the passphrase that will open the case files of this workstation. */
export function CreateSpaceForm({ hasData, onCancel }: CreateSpaceFormProps) {
  const { t } = useTranslation();
  const create = useCreateSpace();
  const [form, setForm] = useState<SpaceForm>(EMPTY_SPACE);
  const [isChecked, setIsChecked] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const problems = isChecked ? spaceProblems(form) : {};
  const errorOf = (field: SpaceField): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : t(`access.problems.${problem}`, { least: LEAST_PASSPHRASE_CHARACTERS });
  };
  const set = (field: SpaceField) => (value: string) => setForm((former) => ({ ...former, [field]: value }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    const found = spaceProblems(form);
    const wrong = SPACE_FIELDS.find((field) => found[field] !== undefined);
    if (wrong !== undefined) {
      element.current?.querySelectorAll<HTMLInputElement>('input')[SPACE_FIELDS.indexOf(wrong)]?.focus();
      return;
    }
    if (create.isPending) return;
    create.mutate({ name: form.name.trim(), agency: form.agency.trim(), passphrase: form.passphrase });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel?.();
  };
  return (
    <form ref={element} className="gate-form form" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className="gate-head">
        <h1>{t('access.create.title')}</h1>
        {hasData ? <p role="status">{t('access.create.dataWait')}</p> : null}
        <p className="quiet">{t('access.create.text')}</p>
      </div>
      <div className="form-row">
        <TextField
          label={t('access.create.name')}
          isUnchecked
          autoFocus
          maxLength={80}
          value={form.name}
          error={errorOf('name')}
          onChange={(event) => set('name')(event.currentTarget.value)}
        />
        <TextField
          label={t('access.create.agency')}
          isUnchecked
          maxLength={80}
          value={form.agency}
          error={errorOf('agency')}
          onChange={(event) => set('agency')(event.currentTarget.value)}
        />
      </div>
      <PassphraseField
        label={t('access.passphrase')}
        hint={t('access.create.passphraseHint', { least: LEAST_PASSPHRASE_CHARACTERS })}
        value={form.passphrase}
        error={errorOf('passphrase')}
        onChange={set('passphrase')}
      />
      <PassphraseField
        label={t('access.create.repeat')}
        value={form.repeated}
        error={errorOf('repeated')}
        onChange={set('repeated')}
      />
      <p className="gate-warning">{t('access.create.noRecovery')}</p>
      <p className="gate-trial">
        <TrialMark /> <span>{t('access.create.trialText')}</span>
      </p>
      {create.error === null ? null : <ErrorState error={create.error} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={create.isPending}>
          {create.isPending ? t('access.create.pending') : t('access.create.submit')}
        </Button>
        {onCancel === null ? null : (
          <Button kind="quiet" onClick={onCancel}>
            {t('access.goBack')}
          </Button>
        )}
      </div>
    </form>
  );
}
