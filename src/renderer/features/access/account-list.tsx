import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAccount } from '../../../shared/domain/access/access.schema.ts';
import { ofName } from '../../i18n/of-name.ts';
import { Button } from '../../ui/button.tsx';

interface AccountListProps {
  readonly accounts: readonly ListedAccount[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
  /** Takes an account of the demonstration with the passphrase that is written beside it. */
  readonly onUse: (account: ListedAccount) => void;
}

/** Who can open: a choice when there are several, a line when there is one. */
export function AccountList({ accounts, chosenId, onChoose, onUse }: AccountListProps) {
  const { t, i18n } = useTranslation();
  const name = useId();
  const firstUse = useRef<HTMLButtonElement>(null);
  useEffect(() => firstUse.current?.focus(), []);
  return (
    <fieldset className="accounts">
      <legend className="field-label">{t('access.unlock.account')}</legend>
      {accounts.map((account, index) => (
        <div key={account.id} className="account">
          <AccountChoice
            account={account}
            radioName={accounts.length > 1 ? name : null}
            isChosen={account.id === chosenId}
            onChoose={() => onChoose(account.id)}
          />
          {account.demonstrationPassphrase === null ? null : (
            <>
              <code className="account-passphrase">{account.demonstrationPassphrase}</code>
              <Button
                ref={index === 0 ? firstUse : undefined}
                size="small"
                aria-label={t('access.unlock.useOf', { ofName: ofName(account.name, i18n.language) })}
                onClick={() => onUse(account)}
              >
                {t('access.unlock.use')}
              </Button>
            </>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface AccountChoiceProps {
  readonly account: ListedAccount;
  readonly radioName: string | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function AccountChoice({ account, radioName, isChosen, onChoose }: AccountChoiceProps) {
  const { t } = useTranslation();
  const who = (
    <span>
      <span className="account-name">{account.name}</span>
      <span className="quiet small">
        {t('access.accountLine', { role: t(`access.roles.${account.role}`), agency: account.agency })}
      </span>
    </span>
  );
  if (radioName === null) return <div className="account-choice">{who}</div>;
  return (
    <label className="account-choice">
      <input type="radio" name={radioName} checked={isChosen} onChange={onChoose} />
      {who}
    </label>
  );
}
