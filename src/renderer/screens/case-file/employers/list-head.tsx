import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseList } from '../../../../shared/domain/suggestion/case-list.schema.ts';
import { departementText } from '../../../features/place/departement-name.ts';
import {
  ContactPill,
  OrderPill,
  RadiusPill,
  SectorPill,
  SizePill,
} from '../../../features/suggestion/filter-pills.tsx';
import { ListedOrderPill } from '../../../features/suggestion/listed-order-pill.tsx';
import { UnusualOrder } from '../../../features/suggestion/unusual-order.tsx';
import { WhatIfStrip } from '../../../features/suggestion/what-if-strip.tsx';
import { distanceText, numberText } from '../../../i18n/formats.ts';
import type { EmployerSearch } from '../../../platform/location.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { isMoved, type ListView } from './list-view.ts';
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
  /** What is on screen beside the list, which stays as it is. */
  readonly onLook: (change: Partial<ListView>) => void;
  readonly onPutBack: () => void;
  readonly openFilter: OpenFilter;
  readonly onOpenFilter: (filter: OpenFilter) => void;
  /** After the filters. */
  readonly mapPill: ReactNode;
}

const WHAT_IF_ID = 'case-what-if';
const WIDENING_KEY = 'L';
const PUT_BACK_KEY = '0';

/** How many, narrowed how, and in which order, said in a sentence. */
export function ListHead(props: ListHeadProps) {
  const { title, search, list, view, isComputed, isRadiusEstimated, openFilter, onOpenFilter } = props;
  const { onFilter, onLook, onPutBack } = props;
  const { t, i18n } = useTranslation();
  const facets = list?.page.facets ?? null;
  const onSearchFilter = ({ radiusKm, sections, sizes, hasContact, order }: Partial<EmployerSearch>): void =>
    onFilter({
      ...(radiusKm === undefined ? {} : { radiusKm }),
      ...(sections === undefined ? {} : { sections }),
      ...(sizes === undefined ? {} : { sizes }),
      ...(hasContact === undefined ? {} : { hasContact }),
      ...(order === undefined ? {} : { order }),
    });
  const opening = (name: NonNullable<OpenFilter>) => ({
    isOpen: openFilter === name,
    onOpenChange: (isOpen: boolean) => onOpenFilter(isOpen ? name : null),
  });
  const pill = (name: NonNullable<OpenFilter>) => ({ search, onFilter: onSearchFilter, ...opening(name) });
  const setAside = list?.setAside ?? 0;
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
          <ContactPill search={search} onFilter={onSearchFilter} facets={facets} />
          {setAside === 0 ? null : (
            <Pill
              isActive={view.withSetAside}
              aria-pressed={view.withSetAside}
              onClick={() => onFilter({ withSetAside: !view.withSetAside })}
            >
              {t('whatIf.withSetAside', { count: setAside, n: numberText(setAside, i18n.language) })}
            </Pill>
          )}
          {isComputed ? (
            <Pill
              isActive={view.isWhatIfOpen}
              aria-expanded={view.isWhatIfOpen}
              aria-controls={view.isWhatIfOpen ? WHAT_IF_ID : undefined}
              shortcut="S"
              onClick={() => onLook({ isWhatIfOpen: !view.isWhatIfOpen })}
            >
              {t('whatIf.open')}
            </Pill>
          ) : null}
          {isComputed ? (
            <OrderPill {...pill('order')} />
          ) : (
            <ListedOrderPill
              order={view.listedOrder}
              onChoose={(listedOrder) => onFilter({ listedOrder })}
              {...opening('order')}
            />
          )}
          {props.mapPill}
        </div>
      </div>
      {view.isWhatIfOpen && isComputed ? (
        <WhatIfStrip
          id={WHAT_IF_ID}
          radiusKm={search.radiusKm}
          weights={view.weights}
          onRadius={(radiusKm) => onFilter({ radiusKm })}
          onWeights={(weights) => onFilter({ weights, openKey: view.openKey })}
        />
      ) : null}
      <Widened view={view} onFilter={onFilter} />
      <p className="case-results-why">
        {isComputed ? <UnusualOrder weights={view.weights} /> : null} {why}{' '}
        {isRadiusEstimated
          ? `${t('caseFile.employers.estimatedRadius', { distance: distanceText(search.radiusKm, i18n.language) })} `
          : null}
        {view.group === 'private' && publicCount > 0 ? (
          <>
            {t('groups.publicApart', { n: numberText(publicCount, i18n.language) })}{' '}
            <TextButton onClick={() => onFilter({ group: 'public', sections: [], sizes: [], hasContact: false })}>
              {t('groups.howToEnter')}
            </TextButton>
          </>
        ) : null}{' '}
        <TextButton
          aria-expanded={view.isWideningOpen}
          onClick={() => onLook({ isWideningOpen: !view.isWideningOpen })}
        >
          {t('widen.open')} <Kbd>{WIDENING_KEY}</Kbd>
        </TextButton>{' '}
        {isMoved(view) ? (
          <TextButton onClick={onPutBack}>
            {t('whatIf.putBack')} <Kbd>{PUT_BACK_KEY}</Kbd>
          </TextButton>
        ) : null}
      </p>
    </>
  );
}

/** What was added to the search of the project, each taken out by a click. */
function Widened({ view, onFilter }: Pick<ListHeadProps, 'view' | 'onFilter'>) {
  const { t } = useTranslation();
  const { otherOccupations, departements } = view;
  if (otherOccupations.length === 0 && departements.length === 0) return null;
  const chips = [
    ...otherOccupations.map(({ rome, label }) => ({
      key: rome,
      label,
      run: () => onFilter({ otherOccupations: otherOccupations.filter((other) => other.rome !== rome) }),
    })),
    ...departements.map((code) => ({
      key: code,
      label: t('widen.departement', { name: departementText(code) }),
      run: () => onFilter({ departements: departements.filter((other) => other !== code) }),
    })),
  ];
  return (
    <div className="widened" role="group" aria-label={t('whatIf.added')}>
      <span className="quiet">{t('whatIf.added')}</span>
      {chips.map(({ key, label, run }) => (
        <Pill key={key} isActive aria-label={t('whatIf.takeOut', { label })} onClick={run}>
          {label} ×
        </Pill>
      ))}
    </div>
  );
}
