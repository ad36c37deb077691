import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { MEETING_STEPS, type MeetingStep } from '../../../shared/domain/appointment/appointment.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { walkLines } from '../../ui/walk-lines.ts';

interface MeetingKeys {
  readonly step: MeetingStep;
  readonly panel: RefObject<HTMLElement | null>;
  readonly show: (step: MeetingStep) => void;
  readonly onNote: () => void;
  readonly onAction: () => void;
  readonly onAppointment: () => void;
  readonly onSheet: () => void;
  readonly onLeave: () => void;
}

/** Lines that something can be done with: an arrow leads to them and from one to the next. */
const LINES = ':is(.action, .plan-line, .confirm-lines > li, .ask-first > li, .meeting-line):has(button)';

/** The keys of a meeting: nothing in it needs a mouse. */
export function useMeetingKeys(keys: MeetingKeys): void {
  const { t } = useTranslation();
  const { step, panel, show } = keys;
  const turn = (direction: -1 | 1): void => {
    const next = MEETING_STEPS[MEETING_STEPS.indexOf(step) + direction];
    if (next !== undefined) show(next);
  };
  const hasLines = step !== 'employers' && step !== 'note';
  useShortcuts({
    title: t('screens.meeting'),
    place: 3,
    shortcuts: [
      ...MEETING_STEPS.map((each, index) => ({
        keys: [String(index + 1)],
        label: t(`meeting.steps.${each}`),
        run: () => show(each),
      })),
      {
        keys: ['ArrowDown'],
        shown: ['Alt', '↓'],
        alt: true,
        inFields: true,
        label: t('meeting.keys.after'),
        run: () => turn(1),
      },
      {
        keys: ['ArrowUp'],
        shown: ['Alt', '↑'],
        alt: true,
        inFields: true,
        label: t('meeting.keys.before'),
        run: () => turn(-1),
      },
      { keys: ['PageDown'], shown: [t('meeting.keys.pageDown')], label: t('meeting.keys.after'), run: () => turn(1) },
      { keys: ['PageUp'], shown: [t('meeting.keys.pageUp')], label: t('meeting.keys.before'), run: () => turn(-1) },
      ...(hasLines
        ? [
            {
              keys: ['ArrowDown'],
              shown: ['↓'],
              label: t('meeting.keys.lines'),
              run: () => walkLines(panel.current, LINES, 1),
            },
            {
              keys: ['ArrowUp'],
              shown: ['↑'],
              label: t('meeting.keys.lines'),
              run: () => walkLines(panel.current, LINES, -1),
            },
          ]
        : []),
      { keys: ['n'], label: t('meeting.keys.note'), run: keys.onNote },
      { keys: ['a'], label: t('action.add'), run: keys.onAction },
      { keys: ['j'], label: t('caseFile.appointment'), run: keys.onAppointment },
      {
        keys: ['p'],
        ctrl: true,
        shown: ['Ctrl', 'P'],
        inFields: true,
        label: t('sheet.open'),
        run: keys.onSheet,
      },
      { keys: ['Escape'], shown: [t('keys.escape')], label: t('meeting.keys.leave'), run: keys.onLeave },
    ],
  });
}
