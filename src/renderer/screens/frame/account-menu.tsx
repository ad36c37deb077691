import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/domain/access/access.schema.ts';
import { Button } from '../../ui/button.tsx';
import { FirstFocus } from '../../ui/first-focus.tsx';
import { Pill } from '../../ui/pill.tsx';

interface AccountMenuProps {
  readonly account: Account;
  readonly onLock: () => void;
}

/** Who is at the keyboard, and the way to leave it. */
export function AccountMenu({ account, onLock }: AccountMenuProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { name, agency, role } = account;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <Pill withChevron onClick={() => setIsOpen(!isOpen)}>
          {t('access.who', { name, agency })}
        </Pill>
      </Popover.Target>
      <Popover.Dropdown className="layer" aria-label={t('access.menu')}>
        <div className="account-menu">
          <p className="quiet">{t('access.accountLine', { role: t(`access.roles.${role}`), agency })}</p>
          <Button shortcut={t('access.lockKeys')} data-autofocus onClick={onLock}>
            {t('access.lock')}
          </Button>
        </div>
        <FirstFocus />
      </Popover.Dropdown>
    </Popover>
  );
}
