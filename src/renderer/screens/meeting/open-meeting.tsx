import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentMeeting, nextMeeting } from '../../../shared/domain/appointment/current-meeting.rules.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { accessStatus } from '../../features/access/access.queries.ts';
import { ActionList } from '../../features/action/action-list.tsx';
import { beginAction, useHeldAction } from '../../features/action/half-typed-actions.ts';
import { timelineOf } from '../../features/case-file/case-file.queries.ts';
import { nameOf } from '../../features/case-file/header-words.ts';
import { lastMeeting } from '../../features/case-file/last-meeting.ts';
import type { WantedFact } from '../../features/case-file/situation.tsx';
import { NoteBeside } from '../../features/note/note-beside.tsx';
import { draftOf, notesOf } from '../../features/note/note.queries.ts';
import { Readings } from '../../features/reading/readings.tsx';
import { workspaceStatus } from '../../features/workspace/workspace.queries.ts';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { go, refine } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, useNow, useToday } from '../../platform/today.ts';
import { InnerPane } from '../../ui/scroll-pane.tsx';
import { CaseDialogs } from '../case-file/case-dialogs.tsx';
import { EmployersTab } from '../case-file/employers/employers-tab.tsx';
import { useLeaving } from '../case-file/use-leaving.ts';
import { useUndo } from '../case-file/use-undo.ts';
import { pointAt } from '../shared-view/sharing.ts';
import { useMeetingSharing } from '../shared-view/use-meeting-sharing.ts';
import { MeetingHead } from './meeting-head.tsx';
import { meetingOf, rememberStep } from './meeting-memory.ts';
import { endsAt, type LeftThing, leftToDo, noteOfToday, withoutScreen } from './meeting.rules.ts';
import './meeting.css';
import { PlanStep } from './plan-step.tsx';
import { PurposeStep } from './purpose-step.tsx';
import { SituationStep } from './situation-step.tsx';
import { ShareButton, SharingStrip } from './sharing-strip.tsx';
import { StepBar } from './step-bar.tsx';
import { StepTitle } from './step-title.tsx';
import { useHereOnOpening } from './use-here-on-opening.ts';
import { useMeetingKeys } from './use-meeting-keys.ts';
import { WrapUpStep } from './wrap-up-step.tsx';

interface OpenMeetingProps {
  readonly file: CaseFile;
  readonly step: MeetingStep;
}

/** The eight steps in one column, and the note beside them all along. */
export function OpenMeeting({ file, step }: OpenMeetingProps) {
  const { t } = useTranslation();
  const caseId = file.id;
  const now = useNow();
  const today = useToday();
  const zone = localZone();
  const panel = useRef<HTMLDivElement>(null);
  const [wantsNote, setWantsNote] = useState(false);
  const [wantsAction, setWantsAction] = useState(false);
  const [dialog, setDialog] = useState<'appointment' | 'sheet' | null>(null);
  const [wantedFact, setWantedFact] = useState<WantedFact | null>(null);
  const undoing = useUndo(caseId);
  const { done } = undoing;
  const sayHere = useHereOnOpening(caseId, done);
  const leaving = useLeaving(file);
  const appointments = useQuery(callQuery('appointment.list', { caseId })).data;
  const notes = useQuery(notesOf(caseId)).data;
  const draftVersion = useQuery(draftOf(caseId)).data?.version;
  const entries = useQuery(timelineOf(caseId)).data;
  const manifest = useQuery(workspaceStatus).data?.manifest ?? null;
  const isActionBegun = (useHeldAction(caseId)?.text ?? '').trim() !== '';
  const personName = nameOf(t, file);
  const advisorName = useQuery(accessStatus).data?.session?.name ?? '';
  const current = currentMeeting(appointments ?? [], { now, zone });
  const next = nextMeeting(appointments ?? [], now);
  const validated = noteOfToday(notes ?? [], today);
  const metBefore = entries === undefined ? null : lastMeeting(entries, { today, zone });
  const left =
    appointments === undefined || notes === undefined || draftVersion === undefined
      ? null
      : leftToDo({ appointments, notes, draftVersion, isActionBegun, now, zone });

  const without = withoutScreen(current);
  const sharing = useMeetingSharing({ caseId, step, draftVersion: draftVersion ?? 0, without });

  useEffect(() => rememberStep(caseId, step), [caseId, step]);
  /** The step one came to from another: the note takes the keys itself; a list, a fact and an action take them in turn. */
  const [movedTo, setMovedTo] = useState<MeetingStep | null>(null);
  const show = (to: MeetingStep): void => {
    setMovedTo(to === 'note' ? null : to);
    if (to !== step) refine({ screen: 'meeting', caseId, step: to });
    if (to === 'note') setWantsNote(true);
  };
  const showFact = (wanted: WantedFact): void => {
    setWantedFact(wanted);
    show('situation');
  };
  const toFile = (): void => go({ screen: 'caseFile', caseId, tab: 'summary' });
  const beginActionHere = (): void => {
    beginAction(caseId, {});
    setWantsAction(true);
    show('plan');
  };
  const settle: Readonly<Record<LeftThing, () => void>> = {
    presence: sayHere,
    action: beginActionHere,
    note: () => show('note'),
    next: () => setDialog('appointment'),
  };
  useMeetingKeys({
    step,
    panel,
    show,
    onNote: () => setWantsNote(true),
    onAction: beginActionHere,
    onAppointment: () => setDialog('appointment'),
    onSheet: () => setDialog('sheet'),
    onLeave: toFile,
  });
  const onNoteReached = useCallback(() => setWantsNote(false), []);
  const onActionReached = useCallback(() => setWantsAction(false), []);
  const onFactReached = useCallback(() => setWantedFact(null), []);

  return (
    <div className="meeting" data-step={step}>
      <MeetingHead
        file={file}
        lastContactOn={file.lastContactOn === today ? (metBefore?.on ?? null) : file.lastContactOn}
        endsAt={endsAt(current, now)}
        isWrappingUp={step === 'wrapUp'}
        onFile={toFile}
        onWrapUp={() => show('wrapUp')}
      >
        <ShareButton {...{ sharing, without }} />
      </MeetingHead>
      <div>
        <StepBar step={step} seen={meetingOf(caseId).seen} onChoose={show} />
        <SharingStrip {...{ sharing, personName, step }} />
      </div>
      <div className="meeting-panes">
        <InnerPane key={step} label={t(`meeting.steps.${step}`)}>
          <div ref={panel} className="meeting-panel">
            <StepTitle text={t(`meeting.titles.${step}`)} takesFocus={movedTo === step && !wantsAction} />
            {stepShown()}
          </div>
        </InnerPane>
        <aside className="meeting-note" id="meeting-note" tabIndex={-1} aria-label={t('meeting.note')}>
          <NoteBeside
            {...{ caseId, personName, validated }}
            isWanted={wantsNote}
            onReached={onNoteReached}
            beforeCopy={leaving.copy}
          />
        </aside>
      </div>
      <CaseDialogs
        {...{ file, leaving, personName }}
        dialog={dialog}
        isApart={without !== null}
        onClose={() => setDialog(null)}
        onDone={done}
        onErased={toFile}
      />
    </div>
  );

  function stepShown() {
    switch (step) {
      case 'purpose':
        return (
          <PurposeStep
            {...{ file, current }}
            present={[personName, advisorName]}
            onNote={() => setWantsNote(true)}
            onFact={showFact}
          />
        );
      case 'since':
        return (
          <div className="summary-card">
            <p className="meeting-hint">{t('meeting.since.keys')}</p>
            <ActionList {...{ caseId }} isClosed wantsForm={false} onFormReached={onActionReached} onDone={done} />
          </div>
        );
      case 'situation':
        return <SituationStep {...{ file, wantedFact, onFactReached }} onFact={setWantedFact} onDone={done} />;
      case 'readings':
        return <Readings caseId={caseId} names={{ person: personName, advisor: advisorName }} onDone={done} />;
      case 'employers':
        return (
          <EmployersTab
            {...{ file, manifest, undoing }}
            askToLeave={leaving.ask}
            onPoint={(pointed) => pointAt(caseId, pointed)}
            onFact={showFact}
          />
        );
      case 'plan':
        return (
          <PlanStep
            caseId={caseId}
            wantsForm={wantsAction}
            onFormWanted={() => setWantsAction(true)}
            onFormReached={onActionReached}
            onDone={done}
          />
        );
      case 'note':
        return null;
      case 'wrapUp':
        return (
          <WrapUpStep
            {...{ caseId, next, left }}
            onSettle={(thing) => settle[thing]()}
            onAppointment={() => setDialog('appointment')}
            onSheet={() => setDialog('sheet')}
          />
        );
    }
  }
}
