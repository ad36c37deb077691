import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseFileOf } from '../../features/case-file/case-file.queries.ts';
import { StaleLine } from '../../features/case-file/stale-line.tsx';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { go } from '../../platform/location.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OpenMeeting } from './open-meeting.tsx';

interface MeetingScreenProps {
  readonly caseId: string;
  readonly step: MeetingStep;
}

/** One person's file while the two sit together. */
export function MeetingScreen({ caseId, step }: MeetingScreenProps) {
  const { t } = useTranslation();
  const { data: file, error, refetch } = useQuery(caseFileOf(caseId));
  if (error !== null && file === undefined) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (file === undefined) {
    return (
      <div className="page" aria-busy="true">
        <Skeleton width="200px" />
        <Skeleton width="520px" />
      </div>
    );
  }
  if (file.closedOn !== null) {
    return (
      <div className="page">
        <EmptyState title={t('caseFile.closedBanner')} text={t('caseFile.closedMeans')}>
          <Button kind="primary" onClick={() => go({ screen: 'caseFile', caseId, tab: 'summary' })}>
            {t('meeting.file')}
          </Button>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <StaleLine error={error} onRetry={() => void refetch()} />
      <OpenMeeting file={file} step={step} />
    </>
  );
}
