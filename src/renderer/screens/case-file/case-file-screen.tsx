import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { accessStatus } from '../../features/access/access.queries.ts';
import { agencyTags, tagNames } from '../../features/agency-tag/agency-tag.queries.ts';
import { TagChips } from '../../features/agency-tag/tag-chips.tsx';
import { caseFileOf } from '../../features/case-file/case-file.queries.ts';
import { CaseHeader } from '../../features/case-file/case-header.tsx';
import { ClosedBanner } from '../../features/case-file/closed-banner.tsx';
import { FileMenu } from '../../features/case-file/file-menu.tsx';
import { nameOf } from '../../features/case-file/header-words.ts';
import { retentionText } from '../../features/case-file/retention-words.ts';
import type { WantedFact } from '../../features/case-file/situation.tsx';
import { StaleLine } from '../../features/case-file/stale-line.tsx';
import type { TimelineFilter } from '../../features/case-file/timeline-words.ts';
import { HoldingBanner } from '../../features/hand-over/holding-banner.tsx';
import { projectLine } from '../../features/job-project/project-words.ts';
import { Notes } from '../../features/note/notes.tsx';
import { surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { useToldApart } from '../../features/portfolio/use-told-apart.ts';
import { LaterOutcome } from '../../features/outcome/later-outcome.tsx';
import { workspaceStatus } from '../../features/workspace/workspace.queries.ts';
import { type BegunThing, CASE_TABS, type CaseTab, refine } from '../../platform/location.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CaseDialogs, type CaseDialog } from './case-dialogs.tsx';
import './case-file.css';
import { CasePaper } from './case-paper.tsx';
import { EmployersTab } from './employers/employers-tab.tsx';
import { NotePaper } from './note-paper.tsx';
import { PlanTab } from './plan-tab.tsx';
import { SituationTab } from './situation-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { meetingOf, openMeeting } from '../meeting/meeting-memory.ts';
import { useCaseKeys } from './use-case-keys.ts';
import { useComputing } from './use-computing.ts';
import { useFileActs } from './use-file-acts.ts';
import { useNotePrinting } from './use-note-printing.ts';
import { useTheyAreHere } from './use-they-are-here.ts';
import { useFileLife } from './use-file-life.ts';
import { useLeaving } from './use-leaving.ts';
import { useTakeBack } from './use-take-back.ts';
import { useUndo } from './use-undo.ts';

const PANEL_ID = 'case-panel';

interface CaseFileScreenProps {
  readonly caseId: string;
  readonly tab: CaseTab;
  /** What one comes to go on with; null: the file itself. */
  readonly begun: BegunThing | null;
}

/** One person's file: who they are and what for, then its four parts. */
export function CaseFileScreen({ caseId, tab, begun }: CaseFileScreenProps) {
  const { data: file, error, refetch } = useQuery(caseFileOf(caseId));
  if (error !== null && file === undefined) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (file === undefined) {
    return (
      <div className="case-top" aria-busy="true">
        <Skeleton width="200px" />
        <Skeleton width="520px" />
      </div>
    );
  }
  return (
    <>
      <StaleLine error={error} onRetry={() => void refetch()} />
      <OpenFile key={caseId} file={file} tab={tab} begun={begun} />
    </>
  );
}

interface OpenFileProps extends Omit<CaseFileScreenProps, 'caseId'> {
  readonly file: CaseFile;
}

function OpenFile({ file, tab, begun }: OpenFileProps) {
  const { t, i18n } = useTranslation();
  const caseId = file.id;
  const [dialog, setDialog] = useState<CaseDialog | null>(begun === 'contact' || begun === 'sheet' ? begun : null);
  const [wantsNote, setWantsNote] = useState(begun === 'note');
  const [wantsAction, setWantsAction] = useState(begun === 'action');
  const [wantsOutcome] = useState(begun === 'outcome');
  const [wantedFact, setWantedFact] = useState<WantedFact | null>(null);
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const undoing = useUndo(caseId);
  const { done } = undoing;
  const leaving = useLeaving(file);
  const notePrinting = useNotePrinting(leaving);
  const accountId = useQuery(accessStatus).data?.session?.id ?? null;
  const life = useFileLife(file, done);
  const { data: workspace } = useQuery(workspaceStatus);
  const { data: tags } = useQuery(agencyTags);
  const show = (next: CaseTab): void => refine({ screen: 'caseFile', caseId, tab: next });
  // Coming back here is coming back to the file.
  useEffect(() => {
    if (begun !== null) refine({ screen: 'caseFile', caseId, tab });
  }, [begun, caseId, tab]);
  const panel = useRef<HTMLDivElement>(null);
  // What had the keys left with its part: one goes on from the part one came to.
  const shownTab = useRef(tab);
  useEffect(() => {
    if (shownTab.current === tab) return;
    shownTab.current = tab;
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, [tab]);
  const goOnWithNote = (): void => {
    setWantsNote(true);
    show('notes');
  };
  const showFact = (wanted: WantedFact): void => {
    setWantedFact(wanted);
    show('situation');
  };
  const isClosed = file.closedOn !== null;
  const here = useTheyAreHere(caseId, done);
  const takeBack = useTakeBack(file);
  const toggleComputing = useComputing(file, done);
  const acts = useFileActs(file, { open: setDialog, print: leaving.print, life, toggleComputing, here });
  const meeting = {
    label: t(meetingOf(caseId).seen.size === 0 ? 'meeting.begin' : 'meeting.resume'),
    run: () => openMeeting(caseId),
  };
  useCaseKeys({
    tab,
    meeting: isClosed ? null : meeting,
    acts,
    show,
    onContact: () => setDialog('contact'),
    onNote: goOnWithNote,
    onAppointment: isClosed ? null : () => setDialog('appointment'),
  });
  const onEditorReached = useCallback(() => setWantsNote(false), []);
  const onActionReached = useCallback(() => setWantsAction(false), []);
  const onFactReached = useCallback(() => setWantedFact(null), []);
  const name = nameOf(t, file);
  const apart = useToldApart(caseId);

  return (
    <>
      <section className="case-top" aria-label={t('caseFile.header')}>
        <CaseHeader
          file={file}
          project={projectLine(t, file.project, i18n.language)}
          apart={apart}
          isBrief={tab === 'summary'}
          tags={<TagChips tagIds={file.tagIds} names={tagNames(tags)} />}
        >
          {isClosed ? null : (
            <Button shortcut="B" onClick={meeting.run}>
              {meeting.label}
            </Button>
          )}
          <Button shortcut="C" onClick={() => setDialog('contact')}>
            {t('caseFile.contact')}
          </Button>
          {isClosed ? null : (
            <Button shortcut="J" onClick={() => setDialog('appointment')}>
              {t('caseFile.appointment')}
            </Button>
          )}
          <FileMenu acts={acts} retention={retentionText(t, file, i18n.language)} />
        </CaseHeader>
        <ClosedBanner file={file} onReopen={life.reopen} onArchive={life.archive} onErase={() => setDialog('erase')} />
        <HoldingBanner file={file} onRead={() => setDialog('handOver')} onTakeBack={takeBack} />
        {isClosed ? <LaterOutcome caseId={caseId} isWanted={wantsOutcome} onDone={done} /> : null}
        <Tabs
          label={t('caseFile.parts')}
          items={CASE_TABS.map((key) => ({ key, label: t(`caseFile.tabs.${key}`), count: null }))}
          chosen={tab}
          onChoose={show}
          panelId={PANEL_ID}
        />
      </section>
      <div
        ref={panel}
        id={PANEL_ID}
        className="case-panel"
        tabIndex={-1}
        role="tabpanel"
        aria-label={t(`caseFile.tabs.${tab}`)}
      >
        {tab === 'summary' ? (
          <SummaryTab
            {...{ file, filter, wantsAction, onActionReached }}
            askToLeave={leaving.ask}
            onFilter={setFilter}
            onNote={goOnWithNote}
            onDone={done}
            onFact={showFact}
            onAppointment={() => setDialog('appointment')}
            onEmployers={() => show('employers')}
          />
        ) : null}
        {tab === 'situation' ? (
          <SituationTab file={file} wanted={wantedFact} onReached={onFactReached} onDone={done} />
        ) : null}
        {tab === 'employers' ? (
          <EmployersTab
            file={file}
            manifest={workspace?.manifest ?? null}
            undoing={undoing}
            askToLeave={leaving.ask}
            onFact={showFact}
          />
        ) : null}
        {tab === 'plan' ? (
          <PlanTab
            {...{ file, wantsAction, onActionReached }}
            onActionWanted={() => setWantsAction(true)}
            onDone={done}
          />
        ) : null}
        {tab === 'notes' ? (
          <Notes
            caseId={caseId}
            personName={name}
            wantsEditor={wantsNote}
            onEditorReached={onEditorReached}
            beforeCopy={leaving.copy}
            onPrint={notePrinting.print}
            accountId={accountId}
          />
        ) : null}
      </div>
      <CaseDialogs
        {...{ file, leaving }}
        personName={surelyNamed(t, name, apart)}
        dialog={dialog}
        onClose={() => setDialog(null)}
        onDone={done}
        onErased={() => life.erased(name)}
      />
      {notePrinting.printed === null ? null : <NotePaper file={file} note={notePrinting.printed} />}
      {leaving.isPrinting ? <CasePaper file={file} /> : null}
    </>
  );
}
