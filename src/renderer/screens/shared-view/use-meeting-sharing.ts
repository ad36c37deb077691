import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../platform/api.ts';
import { leaveField } from '../../platform/leave-field.ts';
import type { MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { refine } from '../../platform/location.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { showToast } from '../../ui/toast.tsx';
import { noteWritten, showDecided, startSharing, stopSharing, useSharing } from './sharing.ts';
import { type SharedWhere, useSharedWhere } from './use-shared-where.ts';

interface SharedMeeting {
  readonly caseId: string;
  readonly step: MeetingStep;
  /** Versions kept of the note being written. */
  readonly draftVersion: number;
  /** Why the person has no screen to look at; null where they may have one. */
  readonly without: 'telephone' | 'video' | null;
}

export interface MeetingSharing {
  readonly isOn: boolean;
  readonly isDecidedShown: boolean;
  readonly toggle: () => void;
  readonly stop: () => void;
}

/** Shares the meeting one is in, on the person's screen or on this one. */
export function useMeetingSharing({ caseId, step, draftVersion, without }: SharedMeeting): MeetingSharing {
  const { t } = useTranslation();
  const sharing = useSharing();
  const { where, remember } = useSharedWhere();
  const isOn = sharing.caseId === caseId;
  const { isDecidedShown } = sharing;
  useEffect(() => noteWritten(draftVersion), [draftVersion]);
  useEffect(() => {
    if (step !== 'note') showDecided(false);
  }, [step]);

  const stop = (): void => {
    stopSharing();
    void call('sharedView.hide', {});
  };
  const begin = (place: SharedWhere): void => {
    if (without !== null) {
      showToast(t(`shared.not.${without}`));
      return;
    }
    if (place === 'window') {
      startSharing(caseId);
      return;
    }
    if (isOn) stop();
    leaveField();
    refine({ screen: 'meeting', caseId, step, isShared: true });
  };
  const toggle = (): void => {
    if (isOn) stop();
    else begin(where());
  };
  const choose = (place: SharedWhere) => (): void => {
    remember(place);
    begin(place);
  };
  const mayShowDecided = isOn && step === 'note';
  useShortcuts({
    title: t('screens.meeting'),
    place: 3,
    shortcuts: [
      { keys: ['F9'], shift: false, inFields: true, label: t('shared.open'), run: toggle },
      { keys: [], label: t('shared.where.window'), run: choose('window') },
      { keys: [], label: t('shared.where.here'), run: choose('here') },
      ...(mayShowDecided
        ? [
            {
              ...{ keys: ['F9'], shown: [t('keys.shift'), 'F9'], shift: true, inFields: true },
              label: t(isDecidedShown ? 'shared.note.hide' : 'shared.note.show'),
              run: () => showDecided(!isDecidedShown),
            },
          ]
        : []),
    ],
  });
  return { isOn, isDecidedShown, toggle, stop };
}
