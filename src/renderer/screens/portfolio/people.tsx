import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FilterPills } from '../../features/portfolio/filter-pills.tsx';
import { filterCounts, peopleShown, restOfWeek, toPeople } from '../../features/portfolio/people.ts';
import { sortedPeople } from '../../features/portfolio/people-order.ts';
import { portfolio, type PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { PortfolioTable } from '../../features/portfolio/portfolio-table.tsx';
import { SearchField } from '../../features/portfolio/search-field.tsx';
import { numberText } from '../../i18n/formats.ts';
import { announce } from '../../platform/live-region.tsx';
import type { PortfolioView } from '../../platform/location.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type ContactedPerson, NOBODY, PortfolioDialogs } from './portfolio-dialogs.tsx';
import { look, openFile, WHOLE_PORTFOLIO } from './portfolio-view.ts';
import { usePortfolioKeys } from './use-portfolio-keys.ts';

type Opened = 'create' | 'export' | 'contact' | null;

interface PeopleProps {
  readonly rows: readonly PortfolioRow[];
  /** Nothing newer is on its way. */
  readonly isFresh: boolean;
  readonly given: PortfolioView | null;
}

/** The portfolio and what one does from it. */
export function People({ rows, isFresh, given }: PeopleProps) {
  const { t, i18n } = useTranslation();
  const count = (n: number): string => numberText(n, i18n.language);
  const today = useToday();
  const view = given ?? WHOLE_PORTFOLIO;
  const [opened, setOpened] = useState<Opened>(null);
  const [contacted, setContacted] = useState<ContactedPerson>(NOBODY);
  const table = useRef<DataTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  useFreshEachDay(today);

  const people = useMemo(() => toPeople(rows), [rows]);
  const week = useMemo(() => restOfWeek(today, localZone()), [today]);
  const counts = useMemo(() => filterCounts(people, week), [people, week]);
  const { text, filter, sorting } = view;
  // In order first: an order is made once, and what the filter keeps of it stays in order.
  const inOrder = useMemo(() => sortedPeople(people, sorting), [people, sorting]);
  const { shown, total } = useMemo(() => peopleShown(inOrder, { text, filter }, week), [inOrder, text, filter, week]);
  const openCount = useMemo(() => rows.filter(({ closedOn }) => closedOn === null).length, [rows]);
  const active = shown.find(({ row }) => row.id === view.activeId) ?? shown[0] ?? null;

  const subtitle = t('portfolio.subtitle', {
    people: t('portfolio.people', { count: openCount, n: count(openCount) }),
    overdue: t('portfolio.overdue', { count: counts.overdue, n: count(counts.overdue) }),
  });
  const foot = t('portfolio.shown', { count: total, n: count(shown.length), total: count(total) });
  useEffect(() => {
    if (text !== '' || filter !== null) announce(foot);
  }, [text, filter, foot]);
  // Coming back from a file: its row has the focus, ready for the arrows, as soon as the list has it.
  const [isReturn] = useState(view.activeId !== null);
  const wantsRow = useRef(isReturn);
  const isFound = active?.row.id === view.activeId;
  useEffect(() => {
    if (!wantsRow.current || !(isFound || isFresh)) return;
    wantsRow.current = false;
    table.current?.focusRow();
  }, [shown, isFound, isFresh]);
  // Everybody again: the row that was found is far down a list that must be there before it can take the focus.
  const leaveSearch = (): void => {
    if (text === '') table.current?.focusRow();
    else {
      wantsRow.current = true;
      look({ text: '', activeId: active?.row.id ?? view.activeId });
    }
  };
  const enterFromSearch = (): void => {
    const [only] = shown;
    if (only !== undefined && shown.length === 1) openFile(only.row.id);
    else table.current?.focusRow();
  };
  const openContact = (): void => {
    if (active === null) return;
    setContacted({ caseId: active.row.id, name: active.name });
    setOpened('contact');
  };
  usePortfolioKeys({
    search,
    table,
    create: () => setOpened('create'),
    contact: openContact,
    widen: text === '' && filter === null ? null : () => look({ text: '', filter: null }),
  });
  /** A dialog closes on the row it was opened from. */
  const close = useCallback((): void => setOpened(null), []);

  return (
    <div className="page">
      <PageHeader
        title={t('portfolio.title')}
        subtitle={rows.length === 0 ? undefined : subtitle}
        takesFocus={!isReturn}
      >
        <Button onClick={() => setOpened('export')} disabled={rows.length === 0}>
          {t('export.open')}
        </Button>
        <Button shortcut="C" onClick={openContact} disabled={active === null}>
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
          <div className="portfolio-tools">
            <FilterPills chosen={filter} counts={counts} onChoose={(next) => look({ filter: next })} />
            <SearchField
              text={text}
              onText={(next) => look({ text: next })}
              onDown={() => table.current?.focusRow()}
              onEnter={enterFromSearch}
              onLeave={leaveSearch}
              inputRef={search}
            />
          </div>
          {shown.length === 0 ? (
            <EmptyState title={t('portfolio.none.title')} text={t('portfolio.none.text')}>
              <Button onClick={() => look({ text: '', filter: null })}>{t('portfolio.none.widen')}</Button>
            </EmptyState>
          ) : (
            <PortfolioTable
              ref={table}
              label={t('portfolio.title')}
              people={shown}
              today={today}
              activeId={active?.row.id ?? null}
              sorting={sorting}
              onActivate={(activeId) => look({ activeId })}
              onOpen={openFile}
              onSort={(next) => look({ sorting: next })}
              foot={foot}
            />
          )}
        </>
      )}
      <PortfolioDialogs opened={opened} contacted={contacted} rows={rows} onClose={close} />
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
