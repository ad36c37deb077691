import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, ListedAccount } from '../../../shared/domain/access/access.schema.ts';
import type { RepairOffer } from '../../../shared/domain/backup/backup.schema.ts';
import { durationText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useUnlock } from './access.queries.ts';
import './access.css';
import { AccountList } from './account-list.tsx';
import { repairOfferOf } from './damaged-space.ts';
import { ownLock } from './own-lock.ts';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseRefusal, SAID_BESIDE } from './refusal-words.ts';
import { useWaits } from './use-waits.ts';

/** Case files that could not be opened, and who tried: what a repair is asked with. */
export interface DamagedSpace {
  readonly accountId: string;
  readonly passphrase: string;
  readonly offer: RepairOffer;
}

interface UnlockFormProps {
  readonly access: AccessStatus;
  /** After how long without anybody it locks. */
  readonly idleMinutes: number;
  readonly onForgot: (account: ListedAccount) => void;
  readonly onDamaged: (damaged: DamagedSpace) => void;
}

/** An account and its passphrase. In the demonstration both are there to take. */
export function UnlockForm({ access, idleMinutes, onForgot, onDamaged }: UnlockFormProps) {
  const { t, i18n } = useTranslation();
  const { accounts } = access;
  const unlock = useUnlock();
  const waits = useWaits(accounts);
  const [chosenId, setChosenId] = useState(accounts[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [locked] = useState(ownLock);
  const field = useRef<HTMLInputElement>(null);
  const isDemonstration = accounts.some(({ demonstrationPassphrase }) => demonstrationPassphrase !== null);
  const waitSeconds = waits.of(chosenId);
  const refusal = unlock.error === null ? null : asApiError(unlock.error);
  const isOther = refusal !== null && !SAID_BESIDE.has(refusal.code);

  useEffect(() => {
    // In the demonstration the first account takes one key; elsewhere the passphrase is what comes next.
    if (!isDemonstration) field.current?.focus();
  }, [isDemonstration]);

  const attempt = (accountId: string, words: string): void => {
    if (unlock.isPending || words === '' || waits.of(accountId) > 0) return;
    setChosenId(accountId);
    unlock.mutate(
      { accountId, passphrase: words },
      {
        onError: (error) => {
          const failure = asApiError(error);
          const { details } = failure;
          const offer = repairOfferOf(failure);
          if (offer !== null) {
            onDamaged({ accountId, passphrase: words, offer });
            return;
          }
          waits.start(accountId, Number(details['waitSeconds'] ?? 0));
          setPassphrase('');
          field.current?.focus();
        },
      },
    );
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    attempt(chosenId, passphrase);
  };
  /** The focus stays among the accounts: the arrows walk them. */
  const choose = (id: string): void => {
    setChosenId(id);
    unlock.reset();
  };
  const use = ({ id, demonstrationPassphrase }: ListedAccount): void => attempt(id, demonstrationPassphrase ?? '');
  const wrongText = (): string | null => {
    if (refusal?.code !== 'WRONG_PASSPHRASE' || unlock.variables?.accountId !== chosenId) return null;
    return passphraseRefusal(t, refusal, i18n.language);
  };
  const chosen = accounts.find(({ id }) => id === chosenId);

  return (
    <form className="gate-form form" onSubmit={submit} noValidate>
      <div className="gate-head">
        <h1>{t('access.unlock.title')}</h1>
        {locked === null ? null : <p>{t(`access.unlock.lockedBy.${locked}`, { minutes: idleMinutes })}</p>}
        <p className="quiet">{isDemonstration ? t('access.unlock.demonstration') : t('access.unlock.text')}</p>
      </div>
      <AccountList accounts={accounts} chosenId={chosenId} onChoose={choose} onUse={use} />
      <PassphraseField
        label={t('access.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={wrongText()}
        inputRef={field}
      />
      {waitSeconds > 0 ? (
        <p className="gate-warning" role="timer">
          {t('access.unlock.wait', { duration: durationText(waitSeconds, i18n.language) })}
        </p>
      ) : null}
      <div className="visually-hidden" role="alert">
        {waitSeconds > 0 && refusal !== null ? t('access.unlock.mustWait') : wrongText()}
      </div>
      {isOther ? <ErrorState error={refusal} /> : null}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={unlock.isPending || waitSeconds > 0}>
          {unlock.isPending ? t('access.unlock.pending') : t('access.unlock.submit')}
        </Button>
        {isDemonstration || chosen === undefined ? null : (
          <Button kind="quiet" onClick={() => onForgot(chosen)}>
            {t('access.recover.forgot')}
          </Button>
        )}
      </div>
    </form>
  );
}
