import { useTranslation } from 'react-i18next';
import { MEETING_STEPS, type MeetingStep } from '../../../shared/domain/appointment/appointment.ts';

interface StepBarProps {
  readonly step: MeetingStep;
  /** Those that were looked at: a mark and a word say so, not a colour. */
  readonly seen: ReadonlySet<MeetingStep>;
  readonly onChoose: (step: MeetingStep) => void;
}

/** The eight steps, each by its number: they are an order to speak in, not one that is asked for. */
export function StepBar({ step, seen, onChoose }: StepBarProps) {
  const { t } = useTranslation();
  return (
    <nav className="meeting-steps" aria-label={t('meeting.stepsOf')}>
      <ol>
        {MEETING_STEPS.map((each, index) => {
          const isHere = each === step;
          const isSeen = !isHere && seen.has(each);
          return (
            <li key={each}>
              <button
                type="button"
                className="meeting-step"
                aria-current={isHere ? 'step' : undefined}
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onChoose(each)}
              >
                <span className="meeting-step-mark" data-seen={isSeen} aria-hidden="true">
                  {isSeen ? '✓' : index + 1}
                </span>
                <span>{t(`meeting.steps.${each}`)}</span>
                {isSeen ? <span className="visually-hidden">{t('meeting.seen')}</span> : null}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
