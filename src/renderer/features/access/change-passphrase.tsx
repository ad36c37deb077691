import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/domain/access/access.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { useChangePassphrase } from './access.queries.ts';
import '../../ui/setting-card.css';
import './access.css';
import { newPassphraseProblems, NO_PASSPHRASE } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseRefusal, SAID_BESIDE } from './refusal-words.ts';

/** One's own passphrase: the one of now, and the next one twice. */
export function ChangePassphrase({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const opener = useFocusReturn(isOpen);
  return (
    <section className="card setting-card">
      <h2>{t('access.change.title')}</h2>
      <p className="quiet">{t('access.change.text')}</p>
      {isOpen ? (
        <ChangeForm account={account} onClose={() => setIsOpen(false)} />
      ) : (
        <div className="setting-actions">
          <Button ref={opener} onClick={() => setIsOpen(true)}>
            {t('access.change.start')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ChangeForm({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const change = useChangePassphrase();
  const currentField = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState('');
  const [value, setValue] = useState(NO_PASSPHRASE);
  const [isChecked, setIsChecked] = useState(false);
  const problems = isChecked ? newPassphraseProblems(value, current) : {};
  const refusal = change.error === null ? null : asApiError(change.error);
  const missing = isChecked && current === '' ? t('access.problems.missing') : null;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (current === '') currentField.current?.focus();
    const isReady = current !== '' && Object.keys(newPassphraseProblems(value, current)).length === 0;
    if (!isReady || change.isPending) return;
    change.mutate(
      { current, next: value.next },
      {
        onSuccess: () => {
          showToast(t('access.change.done'));
          onClose();
        },
        onError: (error) => {
          if (SAID_BESIDE.has(asApiError(error).code)) currentField.current?.focus();
        },
      },
    );
  };
  return (
    <form
      className="form own-account-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      noValidate
    >
      <PassphraseField
        label={t('access.change.current')}
        inputRef={currentField}
        autoFocus
        value={current}
        error={missing ?? passphraseRefusal(t, refusal, i18n.language)}
        onChange={setCurrent}
      />
      <NewPassphraseFields value={value} onChange={setValue} problems={problems} own={[account.name, account.agency]} />
      {refusal === null || SAID_BESIDE.has(refusal.code) ? null : <ErrorState error={refusal} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={change.isPending}>
          {change.isPending ? t('access.change.pending') : t('access.change.submit')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('access.change.cancel')}
        </Button>
      </div>
    </form>
  );
}
