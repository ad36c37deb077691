import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { foundLine } from '../../features/suggestion/employer-line.ts';
import { EmployersTable } from '../../features/suggestion/employers-table.tsx';
import { ExplanationPanel } from '../../features/suggestion/explanation-panel.tsx';
import { ListAndMap } from '../../features/suggestion/map/list-and-map.tsx';
import { MapPill } from '../../features/suggestion/map/map-pill.tsx';
import { useMapShown } from '../../features/suggestion/map/use-map-shown.ts';
import { type CompleteSearch, toQuery } from '../../features/suggestion/search.ts';
import { employerPages, explanationOf, pointsOf } from '../../features/suggestion/suggestion.queries.ts';
import { WayInPanel } from '../../features/suggestion/way-in-panel.tsx';
import { WideningPanel } from '../../features/suggestion/widening-panel.tsx';
import { numberText } from '../../i18n/formats.ts';
import { announce } from '../../platform/live-region.tsx';
import { Button } from '../../ui/button.tsx';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RESULTS_ID } from './group-tabs.tsx';
import { type OpenFilter, ResultsHead } from './results-head.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import type { EmployerSearchActions } from './use-employer-search.ts';
import { useResultKeys } from './use-result-keys.ts';

const FEW = 10;

interface ResultsProps {
  readonly search: CompleteSearch;
  readonly actions: EmployerSearchActions;
  readonly manifest: Manifest;
}

export function Results({ search, actions, manifest }: ResultsProps) {
  const { t, i18n } = useTranslation();
  const query = useInfiniteQuery(employerPages(toQuery(search), search));
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const table = useRef<DataTableHandle>(null);
  const { isMapShown, toggleMap } = useMapShown();
  const page = data?.pages[0];
  const rows = useMemo(() => data?.pages.flatMap((each) => each.rows.map(foundLine)) ?? [], [data]);
  // Until another kind of employers is there, the list before it says how many there are: not how many it had itself.
  const total = (isPlaceholderData ? page?.groups[search.group] : page?.eligible) ?? 0;

  const isNarrowed = search.sections.length > 0 || search.sizes.length > 0;
  const title =
    total === 0 && isNarrowed
      ? t(`employers.noneKept.${search.group}`)
      : t(`employers.title.${search.group}`, { count: total, n: numberText(total, i18n.language) });
  const isSettled = page !== undefined && !isPlaceholderData;
  useEffect(() => {
    if (isSettled) announce(title);
  }, [isSettled, title]);

  // A new list, or the one that was left for an employer's page: its row has the focus, ready for the arrows and Enter.
  const subject = `${search.occupation.rome} ${search.place.communeCode}`;
  // A panel left open belongs to the question it was opened for.
  const [opened, setOpened] = useState<{ readonly subject: string; readonly filter: OpenFilter } | null>(null);
  const openFilter = opened?.subject === subject ? opened.filter : null;
  const setOpenFilter = (filter: OpenFilter): void => setOpened({ subject, filter });
  const wantsRow = useRef(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    wantsRow.current = true;
  }, [subject]);
  useEffect(() => {
    if (!wantsRow.current || !isSettled) return;
    wantsRow.current = false;
    if (rows.length > 0) table.current?.focusRow();
    else heading.current?.focus();
  }, [subject, isSettled, rows]);
  const widen = (radiusKm: number): void => {
    wantsRow.current = true;
    actions.filter({ radiusKm });
  };

  const drawAgain = (): void => {
    actions.drawAgain();
    announce(t('order.drawn'));
  };
  const openEmployer = (siret: string): void => {
    const row = rows.find(({ key }) => key === siret);
    if (row !== undefined) actions.openEmployer(siret, row.employer.contact);
  };
  useResultKeys({
    search,
    actions,
    table,
    openFilter: setOpenFilter,
    openEmployer,
    drawAgain,
    toggleMap,
    wantRow: () => {
      wantsRow.current = true;
    },
  });

  const readMore = (): void => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  if (error !== null) {
    return (
      <div className="results">
        <ErrorState error={error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <div
      className="results"
      id={RESULTS_ID}
      role="tabpanel"
      aria-label={t(`groups.${search.group}`)}
      aria-busy={!isSettled}
    >
      {search.origin === null ? null : (
        <div className="return-line">
          <span>{t('neighbour.here', { occupation: search.occupation.title })}</span>
          <Button size="small" onClick={actions.returnToOrigin}>
            {t('neighbour.return', { occupation: search.origin.occupation?.title ?? '' })}
          </Button>
        </div>
      )}
      <ResultsHead
        headingRef={heading}
        title={page === undefined ? null : title}
        search={search}
        page={page ?? null}
        onFilter={actions.filter}
        onDrawAgain={drawAgain}
        openFilter={openFilter}
        onOpenFilter={setOpenFilter}
        mapPill={<MapPill isShown={isMapShown} onToggle={toggleMap} />}
      />
      {search.group === 'private' ? null : <WayInPanel group={search.group} />}
      {page === undefined ? <TableSkeleton /> : null}
      {page !== undefined && rows.length > 0 ? (
        <ListAndMap
          isMapShown={isMapShown}
          search={search}
          points={pointsOf(toQuery(search), search)}
          rows={rows}
          activeKey={search.activeSiret}
          onChoose={(key) => table.current?.focusRow(key)}
          onMore={readMore}
        >
          {(pointing) => (
            <EmployersTable
              ref={table}
              label={title}
              group={search.group}
              rows={rows}
              total={total}
              activeKey={search.activeSiret}
              explainedKey={search.explainedSiret}
              onActivate={(activeSiret) => actions.look({ activeSiret })}
              onToggle={(siret) =>
                actions.look({ activeSiret: siret, explainedSiret: siret === search.explainedSiret ? null : siret })
              }
              {...pointing}
              onNearEnd={readMore}
              renderDetail={(line) =>
                line.kind === 'own' ? null : (
                  <ExplanationPanel
                    explanation={explanationOf(toQuery(search), line.key)}
                    points={isMapShown ? null : pointsOf(toQuery(search), search)}
                    search={search}
                    employer={line.employer}
                    page={page}
                    sources={manifest.sources}
                    onWiden={widen}
                    onOpen={() => openEmployer(line.key)}
                  />
                )
              }
            />
          )}
        </ListAndMap>
      ) : null}
      {isSettled && total === 0 ? (
        <EmptyState
          title={isNarrowed ? t('employers.nothingKept') : t('employers.nothing')}
          text={isNarrowed ? t('employers.nothingKeptText') : t('employers.nothingText')}
        >
          {isNarrowed ? (
            <Button onClick={() => actions.filter({ sections: [], sizes: [], hasContact: false })}>
              {t('employers.clearFilters')}
            </Button>
          ) : null}
        </EmptyState>
      ) : null}
      {isSettled && total < FEW && !isNarrowed ? (
        <WideningPanel search={search} onWiden={widen} onNeighbour={actions.openNeighbour} />
      ) : null}
    </div>
  );
}
