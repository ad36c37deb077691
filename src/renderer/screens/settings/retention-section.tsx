import { useQuery } from '@tanstack/react-query';
import { accessStatus } from '../../features/access/access.queries.ts';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import { NextErasuresCard } from '../../features/retention/next-erasures-card.tsx';
import { RetentionRules } from '../../features/retention/retention-rules.tsx';
import { go } from '../../platform/location.ts';
import { ErrorState } from '../../ui/error-state.tsx';

/** What is kept and for how long; for whoever keeps case files, what will be erased next. */
export function RetentionSection() {
  const role = useQuery(accessStatus).data?.session?.role ?? null;
  return (
    <>
      <RetentionRules />
      {role === 'advisor' ? <NextErasures /> : null}
    </>
  );
}

function NextErasures() {
  const { data, error, refetch } = useQuery(portfolio);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return <NextErasuresCard rows={data} onOpen={(caseId) => go({ screen: 'caseFile', caseId, tab: 'summary' })} />;
}
