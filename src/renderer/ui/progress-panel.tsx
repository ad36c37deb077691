import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percentText } from '../i18n/formats.ts';
import { Button } from './button.tsx';
import './states.css';

interface ProgressPanelProps {
  readonly label: string;
  readonly detail: string | null;
  /** 0 to 1, or null when nobody knows. */
  readonly share: number | null;
  readonly onCancel?: () => void;
}

const CANCEL_AFTER_MS = 1000;

/** A long work: what it does, how far it is, and a way out once it has lasted a second. */
export function ProgressPanel({ label, detail, share, onCancel }: ProgressPanelProps) {
  const { t, i18n } = useTranslation();
  const labelId = useId();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), CANCEL_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  const bounded = share === null ? null : Math.min(1, Math.max(0, share));
  return (
    <div className="progress">
      <div className="progress-head">
        <strong id={labelId}>{label}</strong>
        {bounded === null ? null : <span className="quiet">{percentText(bounded, i18n.language)}</span>}
      </div>
      <div
        className="progress-track"
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={bounded === null ? undefined : Math.round(bounded * 100)}
      >
        <div className="progress-bar" style={{ width: `${(bounded ?? 0) * 100}%` }} />
      </div>
      <span className="quiet small">{detail ?? '\u00a0'}</span>
      {onCancel === undefined ? null : (
        <div className="progress-foot">{isLong ? <Button onClick={onCancel}>{t('ui.cancel')}</Button> : null}</div>
      )}
    </div>
  );
}
