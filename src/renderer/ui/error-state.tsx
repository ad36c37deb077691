import { useTranslation } from 'react-i18next';
import { asApiError } from '../platform/api.ts';
import { Button } from './button.tsx';
import './states.css';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, what was kept and what to do next, in the words of the error's code. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const { code } = asApiError(error);
  return (
    <div className="state" data-tone="error" role="alert">
      <h2>{t(`errorTitles.${code}`)}</h2>
      <p>{t(`errors.${code}`)}</p>
      {onRetry === undefined ? null : (
        <div className="state-actions">
          <Button onClick={onRetry}>{t('ui.retry')}</Button>
        </div>
      )}
    </div>
  );
}
