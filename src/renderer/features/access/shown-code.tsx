import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/domain/access/access.schema.ts';
import { dayText } from '../../i18n/formats.ts';
import { copyText } from '../../platform/clipboard.ts';
import { today } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import '../../ui/setting-card.css';
import './access.css';
import { drawnGroup, groupsOf, isSameGroup } from './recovery-groups.ts';

interface ShownCodeProps {
  readonly code: string;
  readonly account: Account;
  readonly onFinish: (isKept: boolean) => void;
}

/** The code, this once: to copy by hand, to print; it is said kept when one of its groups is typed again. */
export function ShownCode({ code, account, onFinish }: ShownCodeProps) {
  const { t } = useTranslation();
  const groups = groupsOf(code);
  const [asked] = useState(() => drawnGroup(groups.length, Math.random));
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  const rank = asked + 1;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isSameGroup(typed, groups[asked] ?? '')) onFinish(true);
    else setIsWrong(true);
  };
  const copy = async (): Promise<void> => {
    showToast((await copyText(code)) ? t('access.code.copied') : t('ui.copyFailed'));
  };
  return (
    <div className="form">
      <p>
        <strong>{t('access.code.once')}</strong>
      </p>
      <div ref={shown} tabIndex={-1} role="group" aria-label={t('access.code.groups', { count: groups.length })}>
        <CodeGroups groups={groups} />
      </div>
      <div className="setting-actions">
        <Button onClick={() => window.print()}>{t('access.code.print')}</Button>
        <Button onClick={() => void copy()}>{t('access.code.copy')}</Button>
      </div>
      <form className="form own-account-form" onSubmit={submit} noValidate>
        <TextField
          label={t('access.code.check', { rank })}
          isUnchecked
          value={typed}
          maxLength={12}
          error={isWrong ? t('access.code.checkWrong', { rank }) : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setIsWrong(false);
          }}
        />
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('access.code.keep')}
          </Button>
          <Button kind="quiet" onClick={() => onFinish(false)}>
            {t('access.code.leave')}
          </Button>
        </div>
      </form>
      <CodePaper groups={groups} account={account} />
    </div>
  );
}

function CodeGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className="code-groups">
      {groups.map((group, index) => (
        <li key={group} className="code-group">
          <code>{group}</code>
          <span className="code-rank" aria-hidden="true">
            {index + 1}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface CodePaperProps {
  readonly groups: readonly string[];
  readonly account: Account;
}

/** What goes to the printer, and only there. */
function CodePaper({ groups, account }: CodePaperProps) {
  const { t, i18n } = useTranslation();
  const words = { name: account.name, agency: account.agency, day: dayText(today(), i18n.language) };
  return createPortal(
    <div className="code-paper" aria-hidden="true">
      <h1>{t('access.code.paperTitle')}</h1>
      <CodeGroups groups={groups} />
      <p>{t('access.code.paperWho', words)}</p>
      <p>{t('access.code.paperText')}</p>
    </div>,
    document.body,
  );
}
