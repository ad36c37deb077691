import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import '../../ui/setting-card.css';
import './access.css';

const NEXT = ['tryAgain', 'other', 'keep'] as const;

/** Forgotten, and no code was made: what is still possible, without a promise that cannot be kept. */
export function NoRecoveryCode({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="gate-form form">
      <div className="gate-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('access.recover.noneTitle')}
        </h1>
        <p>{t('access.recover.noneText')}</p>
      </div>
      <ul className="dashes">
        {NEXT.map((line) => (
          <li key={line}>{t(`access.recover.noneNext.${line}`)}</li>
        ))}
      </ul>
      <div className="form-actions">
        <Button kind="primary" onClick={onBack}>
          {t('access.goBack')}
        </Button>
      </div>
    </div>
  );
}
