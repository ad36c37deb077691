import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/domain/dataset/dataset.schema.ts';
import { progressWords } from '../../features/dataset/progress-words.ts';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { Mark } from '../frame/rail-icons.tsx';
import './preparation.css';

/** First start: the demonstration is made on this machine, once. */
export function PreparationScreen({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  return (
    <main className="preparation">
      <div className="preparation-body">
        <span className="preparation-mark">
          <Mark />
        </span>
        <h1>{t('preparation.title')}</h1>
        <p className="quiet">{t('preparation.text')}</p>
        <ProgressPanel label={t('preparation.label')} {...progressWords(t, progress)} />
      </div>
    </main>
  );
}
