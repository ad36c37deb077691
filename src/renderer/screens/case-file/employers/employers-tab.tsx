import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import type { Manifest } from '../../../../shared/domain/dataset/dataset.schema.ts';
import type { DecidedItem, DecisionItem, DecisionOutcome } from '../../../../shared/domain/decision/decision.schema.ts';
import type { WantedFact } from '../../../features/case-file/situation.tsx';
import { StaleLine } from '../../../features/case-file/stale-line.tsx';
import { DecidedList } from '../../../features/decision/decided-list.tsx';
import { decisionsOf } from '../../../features/decision/decision.queries.ts';
import { OwnEmployerDialog } from '../../../features/decision/own-employer-dialog.tsx';
import { numberText } from '../../../i18n/formats.ts';
import { go } from '../../../platform/location.ts';
import { useShortcuts } from '../../../platform/shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { useExplanation } from '../use-explanation.tsx';
import type { LeavingFile } from '../use-leaving.ts';
import type { Undo } from '../use-undo.ts';
import { ApproachesPanel } from './approaches-panel.tsx';
import { CaseListPanel } from './case-list-panel.tsx';
import { itemOfKey, ownKey } from './case-rows.ts';
import { ComputingSwitch } from './computing-switch.tsx';
import { listAsked, useListView } from './list-view.ts';
import { useDecisions } from './use-decisions.ts';

interface EmployersTabProps {
  readonly file: CaseFile;
  readonly manifest: Manifest | null;
  readonly undoing: Undo;
  readonly askToLeave: LeavingFile['ask'];
  /** Goes where a fact is said. */
  readonly onFact: (wanted: WantedFact) => void;
  /** The employer that one is at, with the list it is in; null for none. */
  readonly onPoint?: (pointed: PointedEmployer | null) => void;
}

export interface PointedEmployer {
  readonly item: DecisionItem;
  readonly list: ReturnType<typeof listAsked>;
}

const PARTS = ['list', 'retained', 'later', 'set-aside'] as const;

/** Employers for one person's project: the list, what was decided, and the company one knows. */
export function EmployersTab({ file, manifest, undoing, askToLeave, onFact, onPoint }: EmployersTabProps) {
  const { t, i18n } = useTranslation();
  const caseId = file.id;
  const isClosed = file.closedOn !== null;
  const [view, change] = useListView(caseId);
  const [isAdding, setIsAdding] = useState(false);
  const { data: decisions, error, refetch } = useQuery(decisionsOf(caseId));
  const deciding = useDecisions(caseId, undoing);
  const explanation = useExplanation(caseId, askToLeave);
  const decided = decisions?.decided ?? [];
  const { part } = view;
  const count = (outcome: DecisionOutcome): string =>
    numberText(decided.filter((each) => each.outcome === outcome).length, i18n.language);
  useShortcuts({
    title: t('keys.list'),
    place: 2,
    shortcuts: isClosed ? [] : [{ keys: ['a'], label: t('decision.own.title'), run: () => setIsAdding(true) }],
  });

  // What is said of a row is of another kind after the switch (R11), here or in another window.
  const { isComputingOff } = file;
  const wasOff = useRef(isComputingOff);
  useEffect(() => {
    if (wasOff.current === isComputingOff) return;
    wasOff.current = isComputingOff;
    change({ openKey: null });
  });

  const [retainedItem, setRetainedItem] = useState<DecisionItem | null>(null);
  useEffect(() => {
    const inList = view.activeKey === null ? null : itemOfKey(view.activeKey);
    const item = part === 'list' ? inList : part === 'retained' ? retainedItem : null;
    onPoint?.(item === null ? null : { item, list: listAsked(!isComputingOff, view) });
  });

  const aboutOf = ({ item, name, revision }: DecidedItem) => ({
    key: item.kind === 'own' ? ownKey(item.ownEmployerId) : item.siret,
    item,
    name,
    revision,
  });
  const decideAgain = (item: DecidedItem, outcome: DecisionOutcome): void => {
    if (outcome !== item.outcome) void deciding.make({ ...aboutOf(item), outcome, list: null });
  };
  const hasProject = file.project.occupation !== null && file.project.place !== null;
  return (
    <div className="case-employers">
      <div className="case-employers-head">
        <div className="case-views" role="group" aria-label={t('caseFile.employers.views')}>
          {PARTS.map((each) => (
            <Pill
              key={each}
              isActive={each === part}
              aria-pressed={each === part}
              onClick={() => {
                deciding.forgetPlaces();
                change({ part: each, openKey: null });
              }}
            >
              {each === 'list'
                ? t('caseFile.employers.parts.list')
                : t(`caseFile.employers.parts.${each}`, { n: count(each) })}
            </Pill>
          ))}
        </div>
        <div className="case-employers-acts">
          <ComputingSwitch file={file} onDone={undoing.done} />
          {isClosed ? null : (
            <Button shortcut="A" onClick={() => setIsAdding(true)}>
              {t('decision.own.title')}
            </Button>
          )}
        </div>
      </div>
      {decisions === undefined ? null : <StaleLine error={error} onRetry={() => void refetch()} />}
      {decisions === undefined && error !== null ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : part === 'retained' ? (
        <ApproachesPanel
          file={file}
          decided={decided}
          undoing={undoing}
          askToLeave={askToLeave}
          onPoint={setRetainedItem}
          onDecide={isClosed ? null : decideAgain}
          onPutBack={(item) => void deciding.reset(aboutOf(item))}
          onStrengths={() => onFact('lastJobs')}
          onExplain={explanation.explain}
        />
      ) : part !== 'list' ? (
        <DecidedList
          outcome={part}
          items={decided.filter(({ outcome }) => outcome === part)}
          onDecide={isClosed ? null : decideAgain}
          onPutBack={(item) => void deciding.reset(aboutOf(item))}
          onExplain={({ decisionId }) => explanation.explain(decisionId)}
        />
      ) : hasProject ? (
        <CaseListPanel
          file={file}
          manifest={manifest}
          view={view}
          onChange={change}
          own={decisions?.own ?? []}
          deciding={deciding}
        />
      ) : manifest === null ? (
        <EmptyState title={t('errorTitles.NO_DATASET')} text={t('errors.NO_DATASET')}>
          <Button kind="primary" onClick={() => go({ screen: 'data' })}>
            {t('data.goThere')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState title={t('project.missing')} text={t('project.missingText')}>
          <Button kind="primary" onClick={() => onFact('project1.occupation')}>
            {t('project.fillIn')}
          </Button>
        </EmptyState>
      )}
      {explanation.dialog}
      <OwnEmployerDialog
        caseId={caseId}
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
        onDone={(opId, text) => {
          change({ part: 'list' });
          undoing.done(opId, text);
        }}
      />
    </div>
  );
}
