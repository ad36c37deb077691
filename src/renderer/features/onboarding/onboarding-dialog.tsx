import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './onboarding.css';

export interface OnboardingStep {
  readonly key: string;
  readonly title: string;
  readonly content: ReactNode;
}

interface OnboardingDialogProps {
  readonly steps: readonly OnboardingStep[];
  readonly isOpen: boolean;
  /** Taken up again at this one, after what an earlier one led to. */
  readonly startAt: number;
  /** Passed or finished: it is the same. */
  readonly onDone: () => void;
}

/** A few steps before the first day; Escape and "Passer" leave them at any time. */
export function OnboardingDialog({ steps, isOpen, startAt, onDone }: OnboardingDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('onboarding.title')}
      isOpen={isOpen}
      onClose={onDone}
      focus="content"
      closeLabel={t('onboarding.skip')}
    >
      <Steps key={startAt} steps={steps} startAt={startAt} onDone={onDone} />
    </Dialog>
  );
}

function Steps({ steps, startAt, onDone }: Omit<OnboardingDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [at, setAt] = useState(startAt);
  const headingId = useId();
  const main = useRef<HTMLButtonElement>(null);
  const hasMoved = useRef(false);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  useEffect(() => {
    // Enter goes on, and the button reads the title of the step; the first one leaves the focus to the dialog.
    if (hasMoved.current) main.current?.focus();
  }, [at]);
  const goTo = (next: number): void => {
    hasMoved.current = true;
    setAt(next);
  };
  if (step === undefined) return null;
  return (
    <div className="onboarding">
      <p className="onboarding-step">{t('onboarding.step', { n: at + 1, count: steps.length })}</p>
      <h3 id={headingId} className="onboarding-title">
        {step.title}
      </h3>
      <div className="onboarding-content">{step.content}</div>
      <div className="form-actions">
        <Button
          key={isLast ? 'done' : 'next'}
          ref={main}
          kind="primary"
          data-autofocus
          aria-describedby={headingId}
          onClick={isLast ? onDone : () => goTo(at + 1)}
        >
          {t(isLast ? 'onboarding.done' : 'onboarding.next')}
        </Button>
        {at === 0 ? null : <Button onClick={() => goTo(at - 1)}>{t('onboarding.previous')}</Button>}
        <span className="quiet small">{t('onboarding.again')}</span>
      </div>
    </div>
  );
}
