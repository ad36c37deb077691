import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CreateSpaceForm } from '../../features/access/create-space-form.tsx';
import type { TryDemonstration } from '../../features/workspace/workspace.queries.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Gate } from './gate.tsx';
import './welcome.css';

/** First start: two ways in, neither of them before the other. */
export function WelcomeScreen({ tryDemonstration }: { readonly tryDemonstration: TryDemonstration }) {
  const { t } = useTranslation();
  const [isCreating, setIsCreating] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isCreating) heading.current?.focus({ preventScroll: true });
  }, [isCreating]);
  if (isCreating) {
    return (
      <Gate title={t('access.create.title')}>
        <CreateSpaceForm hasData={false} onCancel={() => setIsCreating(false)} />
      </Gate>
    );
  }
  return (
    <Gate title={t('welcome.title')}>
      <div className="welcome">
        <div className="gate-head">
          <h1 ref={heading} tabIndex={-1}>
            {t('welcome.title')}
          </h1>
          <p className="quiet">{t('welcome.text')}</p>
        </div>
        <div className="welcome-ways">
          <section className="welcome-way">
            <h2>{t('welcome.demonstration.title')}</h2>
            <p>{t('welcome.demonstration.text')}</p>
            <Button onClick={() => tryDemonstration.mutate()} disabled={tryDemonstration.isPending}>
              {t('welcome.demonstration.start')}
            </Button>
          </section>
          <section className="welcome-way">
            <h2>{t('welcome.own.title')}</h2>
            <p>{t('welcome.own.text')}</p>
            <Button onClick={() => setIsCreating(true)}>{t('welcome.own.start')}</Button>
          </section>
        </div>
        {tryDemonstration.error === null ? null : <ErrorState error={tryDemonstration.error} />}
      </div>
    </Gate>
  );
}
