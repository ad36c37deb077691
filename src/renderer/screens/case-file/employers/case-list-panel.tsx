import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import type { Manifest } from '../../../../shared/domain/dataset/dataset.schema.ts';
import { StaleLine } from '../../../features/case-file/stale-line.tsx';
import { departementText } from '../../../features/place/departement-name.ts';
import { CaseWideningPanel } from '../../../features/suggestion/case-widening-panel.tsx';
import { EmployersTable } from '../../../features/suggestion/employers-table.tsx';
import { EMPLOYER_GROUPS_SHOWN } from '../../../features/suggestion/groups.ts';
import { ListAndMap } from '../../../features/suggestion/map/list-and-map.tsx';
import { MapPill } from '../../../features/suggestion/map/map-pill.tsx';
import { useMapShown } from '../../../features/suggestion/map/use-map-shown.ts';
import { isComplete } from '../../../features/suggestion/search.ts';
import { casePointsOf } from '../../../features/suggestion/suggestion.queries.ts';
import { WayInPanel } from '../../../features/suggestion/way-in-panel.tsx';
import { numberText } from '../../../i18n/formats.ts';
import { go } from '../../../platform/location.ts';
import { announce } from '../../../platform/live-region.tsx';
import type { DataColumn, DataTableHandle } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useStable } from '../../../ui/use-stable.ts';
import { type CaseLine, nameOfLine, type OwnEmployer, standingOf } from './case-rows.ts';
import { ListHead } from './list-head.tsx';
import { isMoved, type ListView, steppedBack, UNMOVED } from './list-view.ts';
import { RowDecidingContext, RowDecision } from './row-decision.tsx';
import { RowDetail } from './row-detail.tsx';
import { RowReasons } from './row-reasons.tsx';
import { useCaseList } from './use-case-list.ts';
import type { Decisions } from './use-decisions.ts';
import { type OpenFilter, useEmployerKeys } from './use-employer-keys.ts';
import { useLineDecisions } from './use-line-decisions.ts';
import { useRowDeciding } from './use-row-deciding.ts';
import { useWideningMark } from './widening-mark.ts';

interface CaseListPanelProps {
  readonly file: CaseFile;
  readonly manifest: Manifest | null;
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
  readonly own: readonly OwnEmployer[];
  readonly deciding: Decisions;
}

const RESULTS_ID = 'case-results';
const FEW = 10;
const nothing = (): null => null;

/** The list for one project, its rows decided on one by one. */
export function CaseListPanel({ file, manifest, view, onChange, own, deciding }: CaseListPanelProps) {
  const { t, i18n } = useTranslation();
  const { activeKey, openKey, group } = view;
  const isComputed = !file.isComputingOff;
  const isClosed = file.closedOn !== null;
  const table = useRef<DataTableHandle>(null);
  const [openFilter, setOpenFilter] = useState<OpenFilter>(null);
  const { query, input, list, lines, standings, search } = useCaseList({ file, view, own, deciding });
  const { isMapShown, toggleMap } = useMapShown();
  const total = list?.page.eligible ?? 0;
  const counted = { count: total, n: numberText(total, i18n.language) };
  const title =
    list === null
      ? null
      : t(isComputed ? `employers.title.${group}` : `caseFile.employers.listedTitle.${group}`, counted);
  const isSettled = list !== null && !query.isPlaceholderData;
  /** Said once another list was asked for, and not each time a decision changes the count. */
  const wanted = useRef<'title' | 'first' | null>(null);
  useEffect(() => {
    if (wanted.current === null || !isSettled || title === null) return;
    // Weights change who comes first, and not how many there are.
    const first = wanted.current === 'first' ? lines.find(({ kind }) => kind === 'found') : undefined;
    wanted.current = null;
    announce(first === undefined ? title : t('whatIf.first', { name: nameOfLine(first) }));
  });

  // The list takes the keys when the tab opens.
  const wantsRow = useRef(true);
  useEffect(() => {
    if (!wantsRow.current || !isSettled || lines.length === 0) return;
    wantsRow.current = false;
    table.current?.focusRow();
  }, [isSettled, lines]);

  // A row that left for an instant, its decision undone, comes back with the keys.
  const hadRow = useRef(false);
  useEffect(() => {
    const isLost = hadRow.current && document.activeElement === document.body;
    if (isLost && lines.some(({ key }) => key === activeKey)) table.current?.focusRow();
  }, [lines, activeKey]);

  const filter = (change: Partial<ListView>): void => {
    deciding.forgetPlaces();
    wanted.current = change.weights === undefined || change === UNMOVED ? 'title' : 'first';
    onChange({ openKey: null, ...change });
  };
  const widen = (change: Partial<ListView>): void => {
    wantsRow.current = true;
    filter({ isWideningOpen: false, ...change });
  };
  /** What closes gives the keys back to the list. */
  const toggle = (panel: 'isWhatIfOpen' | 'isWideningOpen'): void => {
    onChange({ [panel]: !view[panel] });
    if (view[panel]) table.current?.focusRow();
  };
  const putBack = (): void => {
    if (isMoved(view)) filter(UNMOVED);
  };
  const active = lines.find(({ key }) => key === activeKey) ?? lines[0];
  const onLine = useLineDecisions({ lines, input, standings, deciding, table, onChange });
  const openEmployer = (line: CaseLine | undefined): void => {
    if (line?.kind !== 'found') return;
    const { contact } = line.employer;
    go({ screen: 'employer', siret: line.key, from: { contact }, isComputingOff: !isComputed });
  };
  useEmployerKeys({
    deciding: isClosed
      ? null
      : {
          decide: (outcome) => onLine.decideByKey(active, outcome),
          sayWhy: () => {
            const last = deciding.setAside.at(-1);
            if (last !== undefined) onLine.sayWhy(last.line);
          },
        },
    openFilter: setOpenFilter,
    changeOrder: () => {
      wantsRow.current = true;
      if (isComputed) filter({ order: view.order === 'spread' ? 'plain' : 'spread' });
      else filter({ listedOrder: view.listedOrder === 'distance' ? 'name' : 'distance' });
    },
    toggleMap,
    openEmployer: () => openEmployer(active),
    toggleWhatIf: isComputed ? () => toggle('isWhatIfOpen') : null,
    toggleWidening: () => toggle('isWideningOpen'),
    putBack,
    enterList: () => table.current?.focusRow(),
    stepBack: () => {
      onChange(steppedBack(view));
      table.current?.focusRow();
    },
  });
  const lastColumn = useMemo<DataColumn<CaseLine>>(
    () => ({
      id: 'decision',
      header: t('decision.column'),
      track: '292px',
      align: 'end',
      cell: (line) => <RowDecision line={line} />,
    }),
    [t],
  );
  const markOf = useWideningMark(file, view.otherOccupations);
  const rowDeciding = useRowDeciding({
    activeKey: active?.key ?? null,
    ...{ standings, setAside: deciding.setAside, onLine, isClosed },
  });
  const items = useMemo(
    () =>
      EMPLOYER_GROUPS_SHOWN.map((each) => ({
        key: each,
        label: t(`groups.${each}`),
        count: list === null ? null : numberText(list.page.groups[each], i18n.language),
      })),
    [t, i18n.language, list],
  );

  const renderDetail = (line: CaseLine): ReactNode => {
    const here = onLine.setAsideOf(line);
    if (here !== undefined && !isClosed) {
      return (
        <RowReasons
          line={line}
          here={here}
          onGive={(reasons, words) => onLine.giveReasons(line, reasons, words)}
          onLeave={(reasons, words) => onLine.keepReasons(line, reasons, words)}
        />
      );
    }
    return (
      <RowDetail
        line={line}
        input={input}
        search={isComplete(search) ? search : null}
        page={list?.mode === 'suggested' ? list.page : null}
        manifest={manifest}
        proposedThisWeek={standingOf(line, standings).proposedThisWeek}
        isMapShown={isMapShown}
        onWiden={(radiusKm) => filter({ radiusKm })}
        onOpen={() => openEmployer(line)}
      />
    );
  };

  const widening = (
    <CaseWideningPanel
      input={input}
      title={t(isSettled && total < FEW ? `widen.title.${group}` : 'widen.open')}
      departementName={departementText}
      onRadius={(radiusKm) => widen({ radiusKm })}
      onDepartement={(code) => widen({ departements: [...view.departements, code] })}
      onOccupation={({ rome, label }) => widen({ otherOccupations: [...view.otherOccupations, { rome, label }] })}
    />
  );
  const readMore = (): void => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  const onActivate = useStable((key: string) => onChange({ activeKey: key }));
  const onToggle = useStable((key: string) => onChange({ activeKey: key, openKey: key === openKey ? null : key }));
  const onNearEnd = useStable(readMore);
  const retry = (): void => void query.refetch();
  if (query.error !== null && list === null) return <ErrorState error={query.error} onRetry={retry} />;
  return (
    <>
      <div className="case-groups">
        <Tabs
          label={t('groups.label')}
          items={items}
          chosen={group}
          onChoose={(next) => filter({ group: next, sections: [], sizes: [], hasContact: false, activeKey: null })}
          panelId={RESULTS_ID}
        />
      </div>
      <div
        id={RESULTS_ID}
        role="tabpanel"
        aria-label={t(`groups.${group}`)}
        aria-busy={!isSettled}
        className="case-results"
        onFocus={({ target }) => {
          hadRow.current = target.closest('.table-item') !== null;
        }}
        onBlur={() => {
          hadRow.current = false;
        }}
      >
        <ListHead
          title={title}
          search={search}
          list={list}
          view={view}
          isComputed={isComputed}
          isRadiusEstimated={file.isRadiusEstimated && view.radiusKm === null}
          onFilter={filter}
          onLook={onChange}
          onPutBack={() => {
            putBack();
            table.current?.focusRow();
          }}
          openFilter={openFilter}
          onOpenFilter={setOpenFilter}
          mapPill={<MapPill isShown={isMapShown} onToggle={toggleMap} />}
        />
        <StaleLine error={query.error} onRetry={retry} />
        {view.isWideningOpen ? widening : null}
        {group === 'private' ? null : <WayInPanel group={group} />}
        {list === null ? <Skeleton width="60%" /> : null}
        {lines.length === 0 ? null : (
          <RowDecidingContext value={rowDeciding}>
            <ListAndMap
              isMapShown={isMapShown}
              search={isComplete(search) ? search : null}
              points={casePointsOf(input)}
              isComputed={isComputed}
              rows={lines}
              activeKey={activeKey}
              onChoose={(key) => table.current?.focusRow(key)}
              onMore={readMore}
            >
              {(pointing) => (
                <EmployersTable
                  ref={table}
                  label={title ?? ''}
                  group={group}
                  rows={lines}
                  total={total}
                  isComputed={isComputed}
                  activeKey={activeKey}
                  explainedKey={openKey}
                  {...pointing}
                  onActivate={onActivate}
                  onToggle={onToggle}
                  onNearEnd={onNearEnd}
                  markOf={markOf}
                  lastColumn={lastColumn}
                  renderDetail={openKey === null ? nothing : renderDetail}
                />
              )}
            </ListAndMap>
          </RowDecidingContext>
        )}
        {isSettled && lines.length === 0 ? (
          <EmptyState title={t('employers.nothing')} text={t('caseFile.employers.nothingText')} />
        ) : null}
        {isSettled && total < FEW && !view.isWideningOpen ? widening : null}
      </div>
    </>
  );
}
