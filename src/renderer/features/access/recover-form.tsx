import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAccount } from '../../../shared/domain/access/access.schema.ts';
import { readRecoveryCode } from '../../../shared/domain/access/recovery-code.rules.ts';
import { durationText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useRecover } from './access.queries.ts';
import './access.css';
import { newPassphraseProblems, NO_PASSPHRASE } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { mistypedText, recoveryRefusal, SAID_BESIDE } from './refusal-words.ts';
import { useWaits } from './use-waits.ts';

interface RecoverFormProps {
  readonly account: ListedAccount;
  /** Once the case files are open. */
  readonly onRecovered: () => void;
  readonly onCancel: () => void;
}

/** The passphrase is forgotten: the code de secours gives the account another one. */
export function RecoverForm({ account, onRecovered, onCancel }: RecoverFormProps) {
  const { t, i18n } = useTranslation();
  const recover = useRecover(onRecovered);
  const codeField = useRef<HTMLInputElement>(null);
  const waits = useWaits([{ ...account, waitSeconds: 0 }]);
  const [code, setCode] = useState('');
  const [value, setValue] = useState(NO_PASSPHRASE);
  const [isChecked, setIsChecked] = useState(false);
  const refusal = recover.error === null ? null : asApiError(recover.error);
  const isRefused = refusal !== null && recover.variables?.code === code;
  const waitSeconds = waits.of(account.id);
  const read = readRecoveryCode(code);
  const codeProblem = (): string | null => {
    if (isRefused) return recoveryRefusal(t, refusal);
    if (!isChecked || read.isRead) return null;
    return code.trim() === '' ? t('access.problems.missing') : mistypedText(t, read.mistypedGroup ?? 0);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (!read.isRead) codeField.current?.focus();
    const isReady = read.isRead && Object.keys(newPassphraseProblems(value, null)).length === 0;
    if (!isReady || recover.isPending || waitSeconds > 0) return;
    recover.mutate(
      { accountId: account.id, code, passphrase: value.next },
      {
        onError: (error) => {
          const { code: refused, details } = asApiError(error);
          waits.start(account.id, Number(details['waitSeconds'] ?? 0));
          if (SAID_BESIDE.has(refused)) codeField.current?.focus();
        },
      },
    );
  };
  return (
    <form
      className="gate-form form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      noValidate
    >
      <div className="gate-head">
        <h1>{t('access.recover.title')}</h1>
        <p className="account-name">{account.name}</p>
        <p className="quiet">{t('access.recover.text')}</p>
      </div>
      <TextField
        ref={codeField}
        label={t('access.recover.code')}
        isUnchecked
        hint={t('access.recover.codeHint')}
        autoFocus
        maxLength={100}
        value={code}
        error={codeProblem()}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <NewPassphraseFields
        value={value}
        onChange={setValue}
        problems={isChecked ? newPassphraseProblems(value, null) : {}}
        own={[account.name, account.agency]}
      />
      {waitSeconds > 0 ? (
        <p className="gate-warning" role="timer">
          {t('access.unlock.wait', { duration: durationText(waitSeconds, i18n.language) })}
        </p>
      ) : null}
      <div className="visually-hidden" role="alert">
        {isChecked ? codeProblem() : null}
      </div>
      {refusal === null || SAID_BESIDE.has(refusal.code) ? null : <ErrorState error={refusal} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={recover.isPending || waitSeconds > 0}>
          {recover.isPending ? t('access.recover.pending') : t('access.recover.submit')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('access.goBack')}
        </Button>
      </div>
    </form>
  );
}
