import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { isOver } from '../../../../shared/domain/approach/approach.rules.ts';
import type { ApproachRow } from '../../../../shared/domain/approach/approach.schema.ts';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import type { DecidedItem, DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import { ApproachDetail } from '../../../features/approach/approach-detail.tsx';
import { ApproachLine } from '../../../features/approach/approach-line.tsx';
import { inOrder } from '../../../features/approach/approach-words.ts';
import { approachesOf } from '../../../features/approach/approach.queries.ts';
import { RemindDialog } from '../../../features/approach/remind-dialog.tsx';
import { StepDialog } from '../../../features/approach/step-dialog.tsx';
import { DecisionCell } from '../../../features/decision/decision-cell.tsx';
import { EmployerContactCard } from '../../../features/employer-contact/employer-contact-card.tsx';
import { go } from '../../../platform/location.ts';
import { TextButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import '../case-paper.css';
import type { LeavingFile } from '../use-leaving.ts';
import type { Undo } from '../use-undo.ts';
import { ApproachesHead } from './approaches-head.tsx';
import { ArgumentDialog } from './argument-dialog.tsx';
import { EmployersPaperSheet } from './employers-paper-sheet.tsx';
import { useApproachKeys } from './use-approach-keys.ts';
import { useApproaches } from './use-approaches.ts';
import { useEmployersPaper } from './use-employers-paper.ts';

interface ApproachesPanelProps {
  readonly file: CaseFile;
  readonly decided: readonly DecidedItem[];
  readonly undoing: Undo;
  readonly askToLeave: LeavingFile['ask'];
  /** Null on a closed file. */
  readonly onDecide: ((item: DecidedItem, outcome: DecisionOutcome) => void) | null;
  readonly onPutBack: (item: DecidedItem) => void;
  /** Goes where one notes what the person can do. */
  readonly onStrengths: () => void;
  /** The employer that one is at. */
  readonly onPoint: (item: DecidedItem['item']) => void;
  /** How one came to be proposed. */
  readonly onExplain: (decisionId: string) => void;
}

/** The retained employers: where each stands, how to go there, and what to take along. */
export function ApproachesPanel(props: ApproachesPanelProps) {
  const { file, decided, undoing, askToLeave, onDecide, onPutBack, onStrengths, onPoint, onExplain } = props;
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(approachesOf(file.id));
  const acts = useApproaches(file.id, undoing);
  const papers = useEmployersPaper(file.id, askToLeave);
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [said, setSaid] = useState<ApproachRow | null>(null);
  const [sheet, setSheet] = useState<ApproachRow | null>(null);
  const [waited, setWaited] = useState<ApproachRow | null>(null);
  const rows = inOrder(data ?? []);
  const active = rows.find(({ decisionId }) => decisionId === activeId) ?? rows[0] ?? null;
  const activate = ({ decisionId, item }: ApproachRow): void => {
    setActiveId(decisionId);
    onPoint(item);
  };
  const focusRow = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    activate(row);
    list.current?.querySelectorAll<HTMLElement>(':scope > li')[index]?.focus();
  };
  const toggle = ({ decisionId }: ApproachRow): void => setOpenId(openId === decisionId ? null : decisionId);
  const openPage = ({ item, known }: ApproachRow): void => {
    if (item.kind !== 'establishment') return;
    const from = known?.advice ? { contact: known.advice } : null;
    go({ screen: 'employer', siret: item.siret, from, isComputingOff: file.isComputingOff });
  };
  /** Nothing more is waited for in a closed file, nor of an employer that hired or said no. */
  const mayWait = (row: ApproachRow): boolean => file.closedOn === null && !isOver(row.stage);
  useApproachKeys({
    active,
    isLayered: said !== null || sheet !== null || waited !== null,
    step: (by) => focusRow(active === null ? 0 : Math.max(0, rows.indexOf(active) + by)),
    next: acts.next,
    other: setSaid,
    remind: (row) => (mayWait(row) ? setWaited(row) : undefined),
    sheet: setSheet,
    openPage,
    toggle,
    fold: () => setOpenId(null),
  });

  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton width="60%" />;
  if (rows.length === 0) {
    return <EmptyState title={t('decision.none.retained.title')} text={t('decision.none.retained.text')} />;
  }
  return (
    <div className="approaches">
      <ApproachesHead rows={rows} papers={papers} />
      <ul ref={list} className="approaches-list" aria-label={t('approach.list')}>
        {rows.map((row) => {
          const item = decided.find(({ decisionId }) => decisionId === row.decisionId);
          return (
            <ApproachLine
              key={row.decisionId}
              row={row}
              weights={item?.weights ?? null}
              isActive={row === active}
              isOpen={row.decisionId === openId}
              onActivate={() => activate(row)}
              onToggle={() => toggle(row)}
              onNext={() => acts.next(row)}
              onOther={() => setSaid(row)}
              decision={
                item === undefined ? null : (
                  <div className="approach-decision">
                    <DecisionCell
                      name={row.name}
                      outcome="retained"
                      agreement="feminine"
                      isActive
                      hasKeys={false}
                      onDecide={onDecide === null ? null : (outcome) => onDecide(item, outcome)}
                    />
                    <TextButton
                      aria-label={t('decision.putBackNamed', { name: row.name })}
                      onClick={() => onPutBack(item)}
                    >
                      {t('decision.putBack')}
                    </TextButton>
                  </div>
                )
              }
            >
              <ApproachDetail
                row={row}
                onWord={(text) => acts.word(row, text)}
                onTakeBack={(step) => acts.takeBack(row, step)}
                onSheet={() => setSheet(row)}
                onRemind={mayWait(row) ? () => setWaited(row) : null}
                onExplain={() => onExplain(row.decisionId)}
                onOpen={row.item.kind === 'establishment' ? () => openPage(row) : null}
                contact={
                  row.item.kind === 'establishment' ? (
                    <EmployerContactCard
                      siret={row.item.siret}
                      employerName={row.name}
                      contact={row.contact}
                      level="h3"
                    />
                  ) : null
                }
              />
            </ApproachLine>
          );
        })}
      </ul>
      <RemindDialog row={waited} onClose={() => setWaited(null)} onRemind={acts.remind} />
      <StepDialog row={said} isClosed={file.closedOn !== null} onClose={() => setSaid(null)} onMove={acts.move} />
      <ArgumentDialog
        row={sheet}
        file={file}
        onClose={() => setSheet(null)}
        onStrengths={onStrengths}
        papers={papers}
      />
      {papers.paper === null
        ? null
        : createPortal(<EmployersPaperSheet paper={papers.paper} rows={data} file={file} />, document.body)}
    </div>
  );
}
