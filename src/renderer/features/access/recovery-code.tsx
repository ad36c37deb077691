import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/domain/access/access.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { useMakeRecoveryCode } from './access.queries.ts';
import '../../ui/setting-card.css';
import './access.css';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseRefusal, SAID_BESIDE } from './refusal-words.ts';
import { ShownCode } from './shown-code.tsx';
import { isCodeJustUsed } from './used-code.ts';

interface RecoveryCodeProps {
  readonly account: Account;
  readonly hasCode: boolean;
  /** Once the person has shown that they have it; or left without. */
  readonly onDone?: (isKept: boolean) => void;
}

type Step =
  | { readonly step: 'state' }
  | { readonly step: 'passphrase' }
  | { readonly step: 'shown'; readonly code: string }
  | { readonly step: 'done'; readonly isKept: boolean };

/**
 * Making a code de secours: the passphrase allows it, it is shown once, and one group typed again proves that it is kept.
 * The code lives in this component, and goes with it.
 */
export function RecoveryCode({ account, hasCode, onDone }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState<Step>({ step: 'state' });
  const opener = useFocusReturn(at.step === 'passphrase' || at.step === 'shown');
  const finish = (isKept: boolean): void => {
    setAt({ step: 'done', isKept });
    onDone?.(isKept);
  };
  if (at.step === 'passphrase') {
    return (
      <AskPassphrase onMade={(code) => setAt({ step: 'shown', code })} onCancel={() => setAt({ step: 'state' })} />
    );
  }
  if (at.step === 'shown') return <ShownCode code={at.code} account={account} onFinish={finish} />;
  return (
    <>
      <CodeState at={at} hasCode={hasCode} />
      <div className="setting-actions">
        <Button ref={opener} onClick={() => setAt({ step: 'passphrase' })}>
          {hasCode ? t('access.code.replace') : t(isCodeJustUsed() ? 'access.code.makeOther' : 'access.code.make')}
        </Button>
      </div>
    </>
  );
}

function CodeState({ at, hasCode }: { readonly at: Step; readonly hasCode: boolean }) {
  const { t } = useTranslation();
  if (at.step === 'done') {
    return (
      <p role="status" className={at.isKept ? 'setting-good' : 'setting-warning'}>
        {at.isKept ? t('access.code.kept') : t('access.code.left')}
      </p>
    );
  }
  if (hasCode) return <p>{t('access.code.has')}</p>;
  if (isCodeJustUsed()) {
    return (
      <p role="status" className="setting-warning">
        {t('access.code.used')}
      </p>
    );
  }
  return <p className="setting-warning">{t('access.code.hasNot')}</p>;
}

interface AskPassphraseProps {
  readonly onMade: (code: string) => void;
  readonly onCancel: () => void;
}

function AskPassphrase({ onMade, onCancel }: AskPassphraseProps) {
  const { t, i18n } = useTranslation();
  const make = useMakeRecoveryCode();
  const [passphrase, setPassphrase] = useState('');
  const refusal = make.error === null ? null : asApiError(make.error);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (passphrase === '' || make.isPending) return;
    make.mutate(passphrase, { onSuccess: ({ code }) => onMade(code) });
  };
  return (
    <form
      className="form own-account-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      noValidate
    >
      <PassphraseField
        label={t('access.passphrase')}
        hint={t('access.code.ask')}
        autoFocus
        value={passphrase}
        error={passphraseRefusal(t, refusal, i18n.language)}
        onChange={setPassphrase}
      />
      {refusal === null || SAID_BESIDE.has(refusal.code) ? null : <ErrorState error={refusal} />}
      <div className="form-actions">
        <Button kind="primary" type="submit" disabled={make.isPending}>
          {make.isPending ? t('access.code.pending') : t('access.code.submit')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('access.code.cancel')}
        </Button>
      </div>
    </form>
  );
}
