import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerPage } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { ContactPill, OrderPill, RadiusPill, SectorPill, SizePill } from '../../features/suggestion/filter-pills.tsx';
import { numberText } from '../../i18n/formats.ts';
import type { EmployerSearch } from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export type OpenFilter = 'radius' | 'sectors' | 'sizes' | 'order' | null;

interface ResultsHeadProps {
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly title: string | null;
  readonly search: EmployerSearch;
  readonly page: EmployerPage | null;
  readonly onFilter: (filter: Partial<EmployerSearch>) => void;
  readonly onDrawAgain: () => void;
  readonly openFilter: OpenFilter;
  readonly onOpenFilter: (filter: OpenFilter) => void;
  /** After the filters. */
  readonly mapPill: ReactNode;
}

export function ResultsHead(props: ResultsHeadProps) {
  const { headingRef, title, search, page, onFilter, onDrawAgain, openFilter, onOpenFilter } = props;
  const { t } = useTranslation();
  const pill = (name: NonNullable<OpenFilter>) => ({
    search,
    onFilter,
    isOpen: openFilter === name,
    onOpenChange: (isOpen: boolean) => onOpenFilter(isOpen ? name : null),
  });
  const facets = page?.facets ?? null;
  return (
    <>
      <div className="results-head">
        <h1 ref={headingRef} tabIndex={-1}>
          {title ?? <Skeleton width="320px" />}
        </h1>
        <div className="pills" role="group" aria-label={t('filters.label')}>
          <RadiusPill {...pill('radius')} />
          <SectorPill {...pill('sectors')} facets={facets} />
          <SizePill {...pill('sizes')} facets={facets} />
          <ContactPill search={search} onFilter={onFilter} facets={facets} />
          <OrderPill {...pill('order')} onDrawAgain={onDrawAgain} />
          {props.mapPill}
        </div>
      </div>
      <p className="results-why">
        {t(`order.${search.order}.why`)} <ElsewhereSentence search={search} page={page} onFilter={onFilter} />
      </p>
    </>
  );
}

type ElsewhereProps = Pick<ResultsHeadProps, 'search' | 'page' | 'onFilter'>;

/** "Employeurs publics à part (6) : comment y entrer." */
function ElsewhereSentence({ search, page, onFilter }: ElsewhereProps) {
  const { t, i18n } = useTranslation();
  const count = page?.groups.public ?? 0;
  if (search.group !== 'private' || count === 0) return null;
  return (
    <>
      {t('groups.publicApart', { n: numberText(count, i18n.language) })}{' '}
      <TextButton
        onClick={() => onFilter({ group: 'public', sections: [], sizes: [], hasContact: false, activeSiret: null })}
      >
        {t('groups.howToEnter')}
      </TextButton>
    </>
  );
}
