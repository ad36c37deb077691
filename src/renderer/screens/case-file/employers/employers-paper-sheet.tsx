import { useTranslation } from 'react-i18next';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import { ApproachPaper } from '../../../features/approach/approach-paper.tsx';
import { ArgumentSheet } from '../../../features/approach/argument-sheet.tsx';
import { useStrengths } from './use-strengths.ts';
import type { EmployersPaper } from './use-employers-paper.ts';

interface EmployersPaperSheetProps {
  readonly paper: EmployersPaper;
  readonly rows: readonly ApproachRow[];
  readonly file: CaseFile;
}

/** What goes to the printer or to a page of PDF, read by a screen reader as it is by the eye. */
export function EmployersPaperSheet({ paper, rows, file }: EmployersPaperSheetProps) {
  const { t } = useTranslation();
  const strengths = useStrengths(file);
  return (
    <div className="case-paper" data-paper={paper.kind === 'list' ? 'employers' : 'argument'}>
      {paper.kind === 'list' ? (
        <ApproachPaper rows={rows} />
      ) : (
        <>
          <h1>{paper.row.name}</h1>
          <p className="case-paper-title">{t('approach.sheet.title')}</p>
          <ArgumentSheet row={paper.row} strengths={strengths} isPaper whereNone={null} />
        </>
      )}
    </div>
  );
}
