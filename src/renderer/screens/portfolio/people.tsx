import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { NO_FILTERS } from '../../../shared/domain/case-file/usual-view.ts';
import { agencyTags, tagNames } from '../../features/agency-tag/agency-tag.queries.ts';
import { TagChips } from '../../features/agency-tag/tag-chips.tsx';
import { useSearchGuard } from '../../features/guard/use-search-guard.ts';
import { departementText } from '../../features/place/departement-name.ts';
import { isAnyFilterOn, without } from '../../features/portfolio/filters.ts';
import { NobodyFound } from '../../features/portfolio/nobody-found.tsx';
import { expectedToday, restOfWeek, toPeople } from '../../features/portfolio/people.ts';
import { sortingOf } from '../../features/portfolio/people-order.ts';
import { peopleShown } from '../../features/portfolio/people-shown.ts';
import { apartText, surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { portfolio, type PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { PortfolioTable } from '../../features/portfolio/portfolio-table.tsx';
import { SearchField } from '../../features/portfolio/search-field.tsx';
import type { Remembered } from '../../features/portfolio/use-remembered.ts';
import { savedViews } from '../../features/saved-view/saved-view.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import { announce } from '../../platform/live-region.tsx';
import type { PortfolioView } from '../../platform/location.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type ChosenPerson, NOBODY, PortfolioDialogs } from './portfolio-dialogs.tsx';
import { PortfolioTools } from './portfolio-tools.tsx';
import { look, openFile } from './portfolio-view.ts';
import { usePortfolioKeys } from './use-portfolio-keys.ts';

type Opened = 'create' | 'export' | 'contact' | 'tags' | 'give' | null;

interface PeopleProps {
  readonly rows: readonly PortfolioRow[];
  /** Nothing newer is on its way. */
  readonly isFresh: boolean;
  readonly view: PortfolioView;
  /** One’s own, where no saved view is in use. */
  readonly columns: PortfolioColumns;
  readonly remembered: Remembered;
}

/** The portfolio and what one does from it. */
export function People({ rows, isFresh, view, columns: ownColumns, remembered }: PeopleProps) {
  const { t, i18n } = useTranslation();
  const count = (n: number): string => numberText(n, i18n.language);
  const today = useToday();
  const [opened, setOpened] = useState<Opened>(null);
  const [chosen, setChosen] = useState<ChosenPerson>(NOBODY);
  const table = useRef<DataTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  useFreshEachDay(today);
  useRemembering(view, remembered);

  const tags = useQuery(agencyTags).data;
  const names = tagNames(tags);
  const views = useQuery(savedViews).data ?? [];
  const people = useMemo(() => toPeople(rows), [rows]);
  const days = useMemo(() => ({ today, week: restOfWeek(today, localZone()) }), [today]);
  const { text, filters } = view;
  const sorting = sortingOf(view);
  const { isRefused } = useSearchGuard(text);
  const searched = isRefused ? '' : text;
  const found = useMemo(
    () => peopleShown(people, { text: searched, filters, sorting }, names, days),
    [people, searched, filters, sorting, names, days],
  );
  const { shown, total } = found;
  const open = useMemo(() => rows.filter(({ closedOn }) => closedOn === null), [rows]);
  const overdue = useMemo(() => open.filter(({ overdueDays }) => overdueDays !== null).length, [open]);
  const expected = useMemo(() => expectedToday(open, today, localZone()), [open, today]);
  const toGive = useMemo(
    () => shown.filter(({ row }) => row.closedOn === null && row.standsInFor === null).map(({ row }) => row.id),
    [shown],
  );
  const active = shown.find(({ row }) => row.id === view.activeId) ?? shown[0] ?? null;

  const subtitle = t('portfolio.subtitle', {
    people: t('portfolio.people', { count: open.length, n: count(open.length) }),
    overdue: t('portfolio.overdue', { count: overdue, n: count(overdue) }),
    today: t('portfolio.today', { count: expected, n: count(expected) }),
  });
  const foot = t('portfolio.shown', { count: total, n: count(shown.length), total: count(total) });
  const isNarrow = searched !== '' || isAnyFilterOn(filters);
  const nearby = found.isNear ? t('portfolio.near') : '';
  useEffect(() => {
    if (isNarrow) announce([foot, nearby].filter((part) => part !== '').join(' '));
  }, [isNarrow, foot, nearby]);
  // Coming back from a file: its row has the focus, ready for the arrows, as soon as the list has it.
  const [isReturn] = useState(view.activeId !== null);
  const wantsRow = useRef(isReturn);
  const isFound = active?.row.id === view.activeId;
  useEffect(() => {
    if (!wantsRow.current || !(isFound || isFresh)) return;
    wantsRow.current = false;
    table.current?.focusRow();
  }, [shown, isFound, isFresh]);
  // The row one is on is far down a longer list, which must be there before it can take the focus.
  const lookFromRow = (change: Partial<PortfolioView>): void => {
    wantsRow.current = true;
    look({ ...change, activeId: active?.row.id ?? view.activeId });
  };
  const leaveSearch = (): void => {
    if (text === '') table.current?.focusRow();
    else lookFromRow({ text: '' });
  };
  const enterFromSearch = (): void => {
    const [only] = shown;
    if (only !== undefined && shown.length === 1 && text !== '') openFile(only.row.id);
    else table.current?.focusRow();
  };
  const widen = (): void => {
    const change = { text: '', filters: NO_FILTERS };
    if ((table.current?.focusedKey() ?? null) === null) look(change);
    else lookFromRow(change);
  };
  const openFor = (what: 'contact' | 'tags', id: string): void => {
    const person = people.find(({ row }) => row.id === id);
    if (person === undefined) return;
    const { name, row } = person;
    setChosen({
      caseId: id,
      name: surelyNamed(t, name, apartText(t, person, i18n.language)),
      isClosed: row.closedOn !== null,
    });
    setOpened(what);
  };
  usePortfolioKeys({
    search,
    table,
    create: () => setOpened('create'),
    contact: (id) => openFor('contact', id),
    tag: (id) => openFor('tags', id),
    activeId: active?.row.id ?? null,
    widen: isNarrow || text !== '' ? widen : null,
  });
  const columns = view.savedView?.columns ?? ownColumns;
  const setColumns = (next: PortfolioColumns): void => {
    if (view.savedView === null) remembered.rememberColumns(next);
    else look({ savedView: { ...view.savedView, columns: next } });
  };
  const chips = useCallback((tagIds: readonly string[]) => <TagChips tagIds={tagIds} names={names} />, [names]);
  /** A dialog closes on the row it was opened from. */
  const close = useCallback((): void => setOpened(null), []);

  return (
    <div className="page">
      <PageHeader
        title={t('portfolio.title')}
        subtitle={rows.length === 0 ? undefined : subtitle}
        takesFocus={!isReturn}
      >
        {rows.length === 0 ? null : (
          <SearchField
            text={text}
            onText={(next) => look({ text: next })}
            onDown={() => table.current?.focusRow()}
            onEnter={enterFromSearch}
            onLeave={leaveSearch}
            inputRef={search}
          />
        )}
        <Button onClick={() => setOpened('export')} disabled={rows.length === 0}>
          {t('export.open')}
        </Button>
        <Button shortcut="C" onClick={() => openFor('contact', active?.row.id ?? '')} disabled={active === null}>
          {t('contactDialog.open')}
        </Button>
        <Button kind="primary" shortcut="N" onClick={() => setOpened('create')}>
          {t('createFile.open')}
        </Button>
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title={t('portfolio.empty.title')} text={t('portfolio.empty.text')} />
      ) : (
        <>
          <PortfolioTools
            view={view}
            found={found}
            days={days}
            tagNames={names}
            views={views}
            columns={columns}
            onColumns={setColumns}
            onWiden={widen}
            toGive={toGive.length}
            onGive={() => setOpened('give')}
            onFocusLost={() => table.current?.focusRow()}
          />
          {isRefused ? (
            <p className="portfolio-said" role="status">
              {t('errors.SEARCH_REFUSED')}
            </p>
          ) : null}
          {found.isNear ? <p className="portfolio-said quiet">{nearby}</p> : null}
          {shown.length === 0 ? (
            <NobodyFound
              text={searched}
              filters={filters}
              found={found}
              tagNames={names}
              departementName={departementText}
              onLeave={(name) => look(name === 'text' ? { text: '' } : { filters: without(filters, name) })}
              onWiden={widen}
            />
          ) : (
            <PortfolioTable
              ref={table}
              label={t('portfolio.title')}
              people={shown}
              today={today}
              activeId={active?.row.id ?? null}
              sorting={sorting}
              columns={columns}
              isReasonShown={filters.quick === 'overdue'}
              tags={chips}
              onActivate={(activeId) => look({ activeId })}
              onOpen={openFile}
              onSort={(next) => look({ sorting: next })}
              onColumns={setColumns}
              foot={foot}
            />
          )}
        </>
      )}
      <PortfolioDialogs opened={opened} chosen={chosen} rows={rows} toGive={toGive} onClose={close} />
    </div>
  );
}

/** The delays are counted in days: past midnight the list is asked again. */
function useFreshEachDay(today: string): void {
  const client = useQueryClient();
  const readOn = useRef(today);
  useEffect(() => {
    if (readOn.current === today) return;
    readOn.current = today;
    void client.invalidateQueries({ queryKey: portfolio.queryKey });
  }, [client, today]);
}

/** The way one looks is found again at the next unlock; what was typed in the search is not kept. */
function useRemembering({ filters, sorting, savedView }: PortfolioView, { rememberView }: Remembered): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else rememberView({ filters, sorting, savedView });
  }, [filters, sorting, savedView, rememberView]);
}
