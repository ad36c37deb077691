import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../shared/domain/note/note.schema.ts';
import { asApiError, call } from '../../platform/api.ts';
import { showToast } from '../../ui/toast.tsx';
import type { LeavingFile } from './use-leaving.ts';

interface NotePrinting {
  readonly print: (note: Note) => void;
  /** The note of which the page is there; null where none is printed. */
  readonly printed: Note | null;
}

/** One note on paper: the precautions are read first, and a line is written in the access log. */
export function useNotePrinting({ ask }: Pick<LeavingFile, 'ask'>): NotePrinting {
  const { t } = useTranslation();
  const [printed, setPrinted] = useState<Note | null>(null);
  const record = async (note: Note): Promise<void> => {
    try {
      await call('caseFile.recordLeaving', { caseId: note.caseId, paper: 'note', medium: 'paper' });
      setPrinted(note);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  useEffect(() => {
    if (printed === null) return undefined;
    const onPrinted = (): void => setPrinted(null);
    window.addEventListener('afterprint', onPrinted);
    // The paper is drawn: the system asks on which printer.
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [printed]);
  return { print: (note) => ask('print', () => void record(note)), printed };
}
