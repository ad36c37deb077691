import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import { numberText } from '../../../i18n/formats.ts';
import { asApiError, call } from '../../../platform/api.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { LeavingFile } from '../use-leaving.ts';

/** What is drawn for paper: the list, or what to say at one employer. */
export type EmployersPaper = { readonly kind: 'list' } | { readonly kind: 'sheet'; readonly row: ApproachRow };

export interface PaperActs {
  /** What is ready for paper; null while nothing is. */
  readonly paper: EmployersPaper | null;
  readonly print: (paper: EmployersPaper) => void;
  readonly savePdf: (paper: EmployersPaper) => void;
  readonly saveTable: () => void;
}

/** Takes employers out of a file, by paper, as a page or as a table: its precautions are asked first, each time. */
export function useEmployersPaper(caseId: string, ask: LeavingFile['ask']): PaperActs {
  const { t, i18n } = useTranslation();
  const [out, setOut] = useState<{ readonly paper: EmployersPaper; readonly isPdf: boolean } | null>(null);
  const tell = useCallback((error: unknown): void => showToast(t(`errors.${asApiError(error).code}`)), [t]);

  useEffect(() => {
    if (out === null) return undefined;
    const end = (): void => setOut(null);
    if (out.isPdf) {
      call('caseFile.savePdf', { caseId, paper: kindOf(out.paper) })
        .then(({ isSaved }) => {
          if (isSaved) showToast(t('approach.out.savedPdf'));
        })
        .catch(tell)
        .finally(end);
      return undefined;
    }
    window.addEventListener('afterprint', end);
    window.print();
    return () => window.removeEventListener('afterprint', end);
  }, [out, caseId, t, tell]);

  const print = async (paper: EmployersPaper): Promise<void> => {
    try {
      await call('caseFile.recordLeaving', { caseId, paper: kindOf(paper), medium: 'paper' });
      setOut({ paper, isPdf: false });
    } catch (error) {
      tell(error);
    }
  };
  const saveTable = async (): Promise<void> => {
    try {
      const { isSaved, count } = await call('approach.exportCsv', { caseId });
      if (isSaved) showToast(t('approach.out.savedCsv', { count, n: numberText(count, i18n.language) }));
    } catch (error) {
      tell(error);
    }
  };
  return {
    paper: out?.paper ?? null,
    print: (paper) => ask('employers', () => void print(paper)),
    savePdf: (paper) => ask('employers', () => setOut({ paper, isPdf: true })),
    saveTable: () => ask('employers', () => void saveTable()),
  };
}

function kindOf({ kind }: EmployersPaper): 'employers' | 'argument' {
  return kind === 'list' ? 'employers' : 'argument';
}
