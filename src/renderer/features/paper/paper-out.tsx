import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Paper, PaperKind } from '../../../shared/domain/paper/paper.schema.ts';
import { asApiError, call } from '../../platform/api.ts';
import { showToast } from '../../ui/toast.tsx';
import { PaperDocument } from './paper-document.tsx';
import { usePaperPage } from './use-paper-page.ts';

/** A document that leaves a file. */
export interface LeavingPaper {
  readonly caseId: string;
  readonly kind: PaperKind;
  readonly paper: Paper;
  readonly isLarge: boolean;
  readonly medium: 'paper' | 'pdf';
  /** Why a whole file leaves. */
  readonly reason?: string;
}

interface PaperOutProps {
  /** Null while nothing leaves. */
  readonly leaving: LeavingPaper | null;
  /** It left, or it did not: `isDone` when it was printed or saved. */
  readonly onEnd: (isDone: boolean) => void;
}

/** Draws a document for paper, and sends it where it goes once the log of accesses says so. */
export function PaperOut({ leaving, onEnd }: PaperOutProps) {
  return leaving === null ? null : <Leaving leaving={leaving} onEnd={onEnd} />;
}

function Leaving({ leaving, onEnd }: PaperOutProps & { readonly leaving: LeavingPaper }) {
  const { t } = useTranslation();
  const { paper, isLarge } = leaving;
  usePaperPage(paper.title);
  useEffect(() => {
    let isThere = true;
    const end = (isDone: boolean): void => {
      if (isThere) onEnd(isDone);
    };
    send(leaving).then(
      (isDone) => {
        if (leaving.medium === 'pdf' && isDone) showToast(t('paper.saved'));
        end(isDone);
      },
      (error: unknown) => {
        showToast(t(`errors.${asApiError(error).code}`));
        end(false);
      },
    );
    return () => {
      isThere = false;
    };
  }, [leaving, onEnd, t]);
  return createPortal(
    <div className="paper-out" data-paper={leaving.kind}>
      <PaperDocument paper={paper} isLarge={isLarge} />
    </div>,
    document.body,
  );
}

async function send({ caseId, kind, medium, reason }: LeavingPaper): Promise<boolean> {
  const left = { caseId, paper: kind, ...(reason === undefined ? {} : { reason }) };
  if (medium === 'pdf') return (await call('caseFile.savePdf', left)).isSaved;
  await call('caseFile.recordLeaving', { ...left, medium });
  // The system asks on which printer, and gives the page back once it knows.
  window.print();
  return true;
}
