import { useTranslation } from 'react-i18next';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import { ArgumentSheet } from '../../../features/approach/argument-sheet.tsx';
import { Button, TextButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useStrengths } from './use-strengths.ts';
import type { PaperActs } from './use-employers-paper.ts';

interface ArgumentDialogProps {
  /** Null while none is looked at. */
  readonly row: ApproachRow | null;
  readonly file: CaseFile;
  readonly papers: PaperActs;
  readonly onClose: () => void;
  readonly onStrengths: () => void;
}

/** What to say at one employer, read together before it is printed. */
export function ArgumentDialog({ row, file, papers, onClose, onStrengths }: ArgumentDialogProps) {
  const { t } = useTranslation();
  const strengths = useStrengths(file);
  const leave = (out: PaperActs['print']) => (): void => {
    if (row === null) return;
    onClose();
    out({ kind: 'sheet', row });
  };
  return (
    <Dialog title={t('approach.sheet.of', { name: row?.name ?? '' })} isOpen={row !== null} onClose={onClose}>
      {row === null ? null : (
        <div className="form">
          <ArgumentSheet
            row={row}
            strengths={strengths}
            isPaper={false}
            whereNone={
              <p className="quiet">
                {t('approach.sheet.canNothing')}{' '}
                <TextButton onClick={onStrengths}>{t('approach.sheet.fill')}</TextButton>
              </p>
            }
          />
          <div className="form-actions">
            <Button onClick={leave(papers.print)}>{t('approach.sheet.print')}</Button>
            <Button onClick={leave(papers.savePdf)}>{t('approach.sheet.pdf')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
