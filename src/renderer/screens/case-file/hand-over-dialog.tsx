import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { HandOverSheet } from '../../features/hand-over/hand-over-sheet.tsx';
import { handOverPageOf } from '../../features/hand-over/hand-over.queries.ts';
import { projectLine } from '../../features/job-project/project-words.ts';
import { untilDayText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import './case-paper.css';

interface HandOverDialogProps {
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What is read in two minutes before the person is met, on screen or on paper. */
export function HandOverDialog({ caseId, isOpen, onClose }: HandOverDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('handOver.page.title')} isOpen={isOpen} onClose={onClose}>
      <HandOver caseId={caseId} />
    </Dialog>
  );
}

function HandOver({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { data: page, error, refetch } = useQuery(handOverPageOf(caseId));
  const printing = usePrinting(caseId);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (page === undefined) return <Skeleton width="60%" />;
  const name = `${page.first} ${page.last}`.trim();
  const sheet = <HandOverSheet page={page} project={projectLine(t, page.project, i18n.language)} />;
  const whose =
    page.standIn === null
      ? t('handOver.page.whose', { name: page.advisorName })
      : t('handOver.page.lentTo', {
          name: page.advisorName,
          to: page.standIn.name,
          until: untilDayText(page.standIn.until, today, i18n.language),
        });
  return (
    <>
      <p className="hand-over-whose">
        <strong>{name}</strong>, <span className="quiet">{whose}</span>
      </p>
      {sheet}
      <div className="form-actions hand-over-end">
        <Button onClick={printing.print}>{t('handOver.page.print')}</Button>
      </div>
      {printing.isPrinting
        ? createPortal(
            <div className="case-paper" aria-hidden="true">
              <h1>{name}</h1>
              <p className="case-paper-title">
                {t('handOver.page.title')}. {whose}
              </p>
              {sheet}
              <p className="case-paper-foot">{t('paper.printedOn', { day: dayText(today, i18n.language) })}</p>
            </div>,
            document.body,
          )
        : null}
    </>
  );
}

/** Paper is written in the access log before it is drawn. */
function usePrinting(caseId: string): { readonly isPrinting: boolean; readonly print: () => void } {
  const { t } = useTranslation();
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const onPrinted = (): void => setIsPrinting(false);
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [isPrinting]);
  const record = async (): Promise<void> => {
    try {
      await call('caseFile.recordLeaving', { caseId, paper: 'hand-over', medium: 'paper' });
      setIsPrinting(true);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  return { isPrinting, print: () => void record() };
}
