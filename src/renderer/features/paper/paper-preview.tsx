import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../shared/domain/paper/paper.schema.ts';
import { PaperDocument } from './paper-document.tsx';

interface PaperPreviewProps {
  readonly paper: Paper;
  readonly isLarge?: boolean;
}

/** The page as it will be, read before it leaves; the keys walk through it. */
export function PaperPreview({ paper, isLarge = false }: PaperPreviewProps) {
  const { t } = useTranslation();
  return (
    <section className="paper-preview" tabIndex={0} aria-label={t('paper.preview')}>
      <div className="paper-sheet">
        <PaperDocument paper={paper} isLarge={isLarge} />
      </div>
    </section>
  );
}
