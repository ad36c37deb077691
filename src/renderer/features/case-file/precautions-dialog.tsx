import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Precaution } from '../../../shared/domain/case-file/case-file.schema.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import '../../ui/chip-set.css';
import './closing.css';
import type { PaperPage } from './printed.ts';

export type Leaving = 'print' | 'copy' | 'employers';

const WHAT = {
  print: 'precautions.printWhat',
  copy: 'precautions.copyWhat',
  employers: 'precautions.employersWhat',
} as const satisfies Readonly<Record<Leaving, string>>;
const CONFIRM = {
  print: 'precautions.print',
  copy: 'precautions.copy',
  employers: 'precautions.goOn',
} as const satisfies Readonly<Record<Leaving, string>>;

interface PrecautionsDialogProps {
  readonly personName: string;
  readonly precautions: readonly Precaution[];
  /** What is about to leave the file; null while nothing is. */
  readonly leaving: Leaving | null;
  readonly page: PaperPage;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asked each time something is about to leave a file that has precautions. No reason of theirs is known, or shown. */
export function PrecautionsDialog(props: PrecautionsDialogProps) {
  const { personName, precautions, leaving, page, onClose, onConfirm } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={titleOf(t, leaving, page)} isOpen={leaving !== null} onClose={onClose}>
      <div className="form">
        <p>{t('precautions.text', { name: personName })}</p>
        <ul className="precaution-list" aria-label={t('facts.blocks.precautions')}>
          {precautions.map((precaution) => (
            <li key={precaution} className="chip" data-tone="amber">
              {t(`facts.precautionWords.${precaution}`)}
            </li>
          ))}
        </ul>
        <p className="quiet">{t(WHAT[leaving ?? 'print'])}</p>
        <div className="form-actions">
          <Button onClick={onClose}>{t('precautions.giveUp')}</Button>
          <Button onClick={onConfirm}>{t(CONFIRM[leaving ?? 'print'])}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function titleOf(t: TFunction, leaving: Leaving | null, page: PaperPage): string {
  if (leaving === 'copy') return t('precautions.copyTitle');
  return leaving === 'employers' ? t('precautions.employersTitle') : t(`precautions.printTitle.${page}`);
}
