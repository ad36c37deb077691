import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import type { PortfolioView } from '../../platform/location.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../employers/table-skeleton.tsx';
import { People } from './people.tsx';

/** The people whom one accompanies. */
export function PortfolioScreen({ view }: { readonly view: PortfolioView | null }) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(portfolio);
  if (error !== null) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined) {
    return (
      <div className="page" aria-busy="true">
        <PageHeader title={t('portfolio.title')} />
        <TableSkeleton />
      </div>
    );
  }
  return <People rows={data} isFresh={!isFetching} given={view} />;
}
