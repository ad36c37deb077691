import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valueOf } from '../../../shared/domain/case-file/case-file.rules.ts';
import type { CaseFile, Precaution } from '../../../shared/domain/case-file/case-file.schema.ts';
import type { Leaving } from '../../features/case-file/precautions-dialog.tsx';
import { asApiError, call } from '../../platform/api.ts';
import { showToast } from '../../ui/toast.tsx';

export interface LeavingFile {
  readonly precautions: readonly Precaution[];
  /** What waits for the precautions to be read. */
  readonly asked: Leaving | null;
  readonly print: () => void;
  readonly copy: (copy: () => void) => void;
  /** Something else: its precautions are read, then it is done. */
  readonly ask: (leaving: Leaving, run: () => void) => void;
  readonly confirm: () => void;
  readonly giveUp: () => void;
  /** Whether the page to print is there. */
  readonly isPrinting: boolean;
}

/** What leaves a file by paper or by the clipboard: its precautions are asked first, each time; paper is written in the log. */
export function useLeaving({ id: caseId, facts }: CaseFile): LeavingFile {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<{ readonly leaving: Leaving; readonly run: () => void } | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const precautions = valueOf(facts, 'precautions') ?? [];
  const isCareful = precautions.length > 0;
  const ask = (leaving: Leaving, run: () => void): void => {
    if (isCareful) setWaiting({ leaving, run });
    else run();
  };
  const record = useCallback(async (): Promise<void> => {
    try {
      await call('caseFile.recordLeaving', { caseId, paper: 'situation', medium: 'paper' });
      setIsPrinting(true);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  }, [caseId, t]);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const onPrinted = (): void => setIsPrinting(false);
    window.addEventListener('afterprint', onPrinted);
    // The paper is drawn: the system asks on which printer.
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [isPrinting]);
  return {
    precautions,
    asked: waiting?.leaving ?? null,
    print: () => ask('print', () => void record()),
    copy: (copy) => ask('copy', copy),
    ask,
    confirm: () => {
      setWaiting(null);
      waiting?.run();
    },
    giveUp: () => setWaiting(null),
    isPrinting,
  };
}
