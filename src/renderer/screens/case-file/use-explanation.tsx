import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LeavingPaper, PaperOut } from '../../features/paper/paper-out.tsx';
import { PaperPreview } from '../../features/paper/paper-preview.tsx';
import { callQuery } from '../../platform/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { LeavingFile } from './use-leaving.ts';

interface Explaining {
  readonly explain: (decisionId: string) => void;
  /** What is explained, over the screen; nothing while nothing is. */
  readonly dialog: ReactNode;
}

/** How an employer came to be proposed, for whoever asks: read, printed or saved. */
export function useExplanation(caseId: string, ask: LeavingFile['ask']): Explaining {
  const { t } = useTranslation();
  const [decisionId, setDecisionId] = useState<string | null>(null);
  const close = useCallback(() => setDecisionId(null), []);
  return {
    explain: setDecisionId,
    dialog: (
      <Dialog title={t('explanation.title')} isOpen={decisionId !== null} onClose={close}>
        {decisionId === null ? null : <Explanation {...{ caseId, decisionId, ask }} />}
      </Dialog>
    ),
  };
}

interface ExplanationProps {
  readonly caseId: string;
  readonly decisionId: string;
  readonly ask: LeavingFile['ask'];
}

function Explanation({ caseId, decisionId, ask }: ExplanationProps) {
  const { t } = useTranslation();
  const { data: paper, error, refetch } = useQuery(callQuery('explanation.ofDecision', { caseId, decisionId }));
  const [leaving, setLeaving] = useState<LeavingPaper | null>(null);
  const onEnd = useCallback(() => setLeaving(null), []);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (paper === undefined) return <Skeleton width="60%" />;
  const leave = (medium: LeavingPaper['medium']): void =>
    ask('explanation', () => setLeaving({ caseId, kind: 'explanation', paper, isLarge: false, medium }));
  return (
    <div className="form">
      <PaperPreview paper={paper} />
      <div className="form-actions">
        <Button onClick={() => leave('paper')}>{t('sheet.print')}</Button>
        <Button onClick={() => leave('pdf')}>{t('sheet.pdf')}</Button>
      </div>
      <PaperOut leaving={leaving} onEnd={onEnd} />
    </div>
  );
}
