import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLock } from '../../features/access/access.queries.ts';
import { caseFileOf, useCaseFileEvents } from '../../features/case-file/case-file.queries.ts';
import { draftOf } from '../../features/note/note.queries.ts';
import { MEETING_STEPS, type MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { refine } from '../../platform/location.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';
import { listenToKeys, useShortcuts } from '../../platform/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { BlankPage } from './blank-page.tsx';
import { SharedPage } from './shared-page.tsx';
import { showDecided, subjectOf, useSharing } from './sharing.ts';
import { usePointedWalk } from './use-pointed-walk.ts';

interface SharedScreenProps {
  readonly caseId: string;
  readonly step: MeetingStep;
}

/** One screen for two: it shows what the person may see and nothing else, until F9 or Escape. No rail, no palette, no toast. */
export function SharedScreen({ caseId, step }: SharedScreenProps) {
  const { t } = useTranslation();
  const lock = useLock();
  const sharing = useSharing();
  const [isLocking, setIsLocking] = useState(false);
  const file = useQuery(caseFileOf(caseId)).data;
  const draftVersion = useQuery(draftOf(caseId)).data?.version;
  const { data, refetch } = useQuery({
    ...callQuery('sharedView.page', subjectOf(sharing, caseId, step)),
    staleTime: 0,
    // A step gives its place to the next, without a blank page in between.
    placeholderData: (before) => before,
  });
  useCaseFileEvents();
  useEffect(listenToKeys, []);
  useEffect(() => void refetch(), [draftVersion, refetch]);
  useEffect(() => {
    if (step !== 'note') showDecided(false);
  }, [step]);
  useEffect(() => {
    document.title = t('frame.trouble');
  }, [t]);
  const onLocking = useCallback(() => setIsLocking(true), []);
  useBridgeEvent('access.locking', onLocking);

  const back = (): void => refine({ screen: 'meeting', caseId, step });
  const show = (to: MeetingStep | undefined): void => {
    if (to !== undefined) refine({ screen: 'meeting', caseId, step: to, isShared: true });
  };
  const turn = (direction: -1 | 1): void => show(MEETING_STEPS[MEETING_STEPS.indexOf(step) + direction]);
  const walk = usePointedWalk(caseId, file !== undefined && !file.isComputingOff);
  const toggleDecided = (): void => showDecided(!sharing.isDecidedShown);
  useShortcuts({
    title: t('screens.meeting'),
    place: 3,
    shortcuts: [
      ...MEETING_STEPS.map((each, index) => ({
        keys: [String(index + 1)],
        label: t(`meeting.steps.${each}`),
        run: () => show(each),
      })),
      { keys: ['ArrowDown'], alt: true, label: t('meeting.keys.after'), run: () => turn(1) },
      { keys: ['ArrowUp'], alt: true, label: t('meeting.keys.before'), run: () => turn(-1) },
      { keys: ['PageDown'], label: t('meeting.keys.after'), run: () => turn(1) },
      { keys: ['PageUp'], label: t('meeting.keys.before'), run: () => turn(-1) },
      { keys: ['F9'], shift: false, label: t('shared.back'), run: back },
      { keys: ['Escape'], label: t('shared.back'), run: back },
      { keys: ['l'], ctrl: true, label: t('keys.lock'), run: () => lock.mutate() },
      ...(step === 'employers'
        ? [
            { keys: ['ArrowDown'], label: t('meeting.keys.lines'), run: () => walk(1) },
            { keys: ['ArrowUp'], label: t('meeting.keys.lines'), run: () => walk(-1) },
          ]
        : []),
      ...(step === 'note' ? [{ keys: ['F9'], shift: true, label: t('shared.note.show'), run: toggleDecided }] : []),
    ],
  });
  const acts = (
    <div className="shared-acts">
      {step === 'note' ? (
        <Button onClick={toggleDecided}>{t(sharing.isDecidedShown ? 'shared.note.hide' : 'shared.note.show')}</Button>
      ) : null}
      <Button shortcut="F9" onClick={back}>
        {t('shared.back')}
      </Button>
    </div>
  );
  if (isLocking) return <BlankPage words="locked" />;
  return data === undefined ? <BlankPage words="pause">{acts}</BlankPage> : <SharedPage view={data}>{acts}</SharedPage>;
}
