import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { StaleLine } from '../../features/case-file/stale-line.tsx';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import { WHOLE_PORTFOLIO } from '../../features/portfolio/remembered-view.ts';
import { useRemembered } from '../../features/portfolio/use-remembered.ts';
import { lastFilesSeen, type PortfolioView } from '../../platform/location.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../employers/table-skeleton.tsx';
import { People } from './people.tsx';
import { look } from './portfolio-view.ts';

/** The people whom one accompanies, looked at as one did last. */
export function PortfolioScreen({ view }: { readonly view: PortfolioView | null }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(portfolio);
  const remembered = useRemembered();
  const { view: last, columns } = remembered;
  // The first time since the unlock: from then on the way one looks is kept with the place in the history.
  useEffect(() => {
    if (view === null && last !== null) look({ ...last, activeId: lastFilesSeen()[0] ?? null });
  }, [view, last]);
  if (error !== null && data === undefined) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined || last === null || columns === null) {
    return (
      <div className="page" aria-busy="true">
        <PageHeader title={t('portfolio.title')} />
        <TableSkeleton />
      </div>
    );
  }
  return (
    <>
      <StaleLine error={error} onRetry={() => void refetch()} />
      <People
        rows={data}
        isFresh={!isFetching}
        view={view ?? { ...WHOLE_PORTFOLIO, ...last, activeId: lastFilesSeen()[0] ?? null }}
        columns={columns}
        remembered={remembered}
      />
    </>
  );
}
