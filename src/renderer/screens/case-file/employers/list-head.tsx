import { useTranslation } from 'react-i18next';
import type { CaseList } from '../../../../shared/domain/suggestion/case-list.schema.ts';
import { OrderPill, RadiusPill, SectorPill, SizePill } from '../../../features/suggestion/filter-pills.tsx';
import { ListedOrderPill } from '../../../features/suggestion/listed-order-pill.tsx';
import { distanceText, numberText } from '../../../i18n/formats.ts';
import type { EmployerSearch } from '../../../platform/location.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { ListView } from './list-view.ts';
import type { OpenFilter } from './use-employer-keys.ts';

interface ListHeadProps {
  readonly title: string | null;
  readonly search: EmployerSearch;
  readonly list: CaseList | null;
  readonly view: ListView;
  readonly isComputed: boolean;
  /** The radius stands for a time of travel that the person gave. */
  readonly isRadiusEstimated: boolean;
  readonly onFilter: (change: Partial<ListView>) => void;
  readonly openFilter: OpenFilter;
  readonly onOpenFilter: (filter: OpenFilter) => void;
}

/** How many, narrowed how, and in which order, said in a sentence. */
export function ListHead(props: ListHeadProps) {
  const { title, search, list, view, isComputed, isRadiusEstimated, onFilter, openFilter, onOpenFilter } = props;
  const { t, i18n } = useTranslation();
  const facets = list?.page.facets ?? null;
  const onSearchFilter = ({ radiusKm, sections, sizes, order }: Partial<EmployerSearch>): void =>
    onFilter({
      ...(radiusKm === undefined ? {} : { radiusKm }),
      ...(sections === undefined ? {} : { sections }),
      ...(sizes === undefined ? {} : { sizes }),
      ...(order === undefined ? {} : { order }),
    });
  const opening = (name: NonNullable<OpenFilter>) => ({
    isOpen: openFilter === name,
    onOpenChange: (isOpen: boolean) => onOpenFilter(isOpen ? name : null),
  });
  const pill = (name: NonNullable<OpenFilter>) => ({ search, onFilter: onSearchFilter, ...opening(name) });
  const publicCount = list?.page.groups.public ?? 0;
  const why = isComputed ? t(`order.${view.order}.why`) : t('caseFile.employers.listedWhy');
  return (
    <>
      <div className="case-results-head">
        <h2>{title ?? <Skeleton width="280px" />}</h2>
        <div className="pills" role="group" aria-label={t('filters.label')}>
          <RadiusPill {...pill('radius')} shortcut="D" />
          <SectorPill {...pill('sectors')} facets={facets} />
          <SizePill {...pill('sizes')} facets={facets} />
          {isComputed ? (
            <OrderPill {...pill('order')} />
          ) : (
            <ListedOrderPill
              order={view.listedOrder}
              onChoose={(listedOrder) => onFilter({ listedOrder })}
              {...opening('order')}
            />
          )}
        </div>
      </div>
      <p className="case-results-why">
        {why}{' '}
        {isRadiusEstimated
          ? `${t('caseFile.employers.estimatedRadius', { distance: distanceText(search.radiusKm, i18n.language) })} `
          : null}
        {view.group === 'private' && publicCount > 0 ? (
          <>
            {t('groups.publicApart', { n: numberText(publicCount, i18n.language) })}{' '}
            <TextButton onClick={() => onFilter({ group: 'public', sections: [], sizes: [] })}>
              {t('groups.howToEnter')}
            </TextButton>
          </>
        ) : null}
      </p>
    </>
  );
}
