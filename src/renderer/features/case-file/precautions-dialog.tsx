import { useTranslation } from 'react-i18next';
import type { Precaution } from '../../../shared/domain/case-file/case-file.schema.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import '../../ui/chip-set.css';
import './closing.css';

export type Leaving = 'print' | 'copy' | 'employers' | 'sheet' | 'explanation' | 'file';

const WHAT = {
  print: 'precautions.printWhat',
  copy: 'precautions.copyWhat',
  employers: 'precautions.employersWhat',
  sheet: 'precautions.sheetWhat',
  explanation: 'precautions.employersWhat',
  file: 'precautions.fileWhat',
} as const satisfies Readonly<Record<Leaving, string>>;
const TITLES = {
  print: 'precautions.printTitle',
  copy: 'precautions.copyTitle',
  employers: 'precautions.employersTitle',
  sheet: 'precautions.sheetTitle',
  explanation: 'precautions.explanationTitle',
  file: 'precautions.fileTitle',
} as const satisfies Readonly<Record<Leaving, string>>;
const CONFIRM = {
  print: 'precautions.print',
  copy: 'precautions.copy',
  employers: 'precautions.goOn',
  sheet: 'precautions.goOn',
  explanation: 'precautions.goOn',
  file: 'precautions.goOn',
} as const satisfies Readonly<Record<Leaving, string>>;

interface PrecautionsDialogProps {
  readonly personName: string;
  readonly precautions: readonly Precaution[];
  /** What is about to leave the file; null while nothing is. */
  readonly leaving: Leaving | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asked each time something is about to leave a file that has precautions. No reason of theirs is known, or shown. */
export function PrecautionsDialog(props: PrecautionsDialogProps) {
  const { personName, precautions, leaving, onClose, onConfirm } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={t(TITLES[leaving ?? 'print'])} isOpen={leaving !== null} onClose={onClose}>
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
