import { useTranslation } from 'react-i18next';
import type { ApproachRow, TakenStep } from '../../../shared/domain/approach/approach.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { onDayText, shortDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';

interface ApproachStepsProps {
  readonly row: ApproachRow;
  readonly onTakeBack: (step: TakenStep) => void;
}

/** Every step with its day and who took it; any of them may be taken back. */
export function ApproachSteps({ row, onTakeBack }: ApproachStepsProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { language } = i18n;
  const { steps, retainedAt } = row;
  if (steps.length === 0) {
    const day = onDayText(localDateAt(retainedAt, localZone()), today, language);
    return <p className="quiet">{t('approach.historyNone', { day })}</p>;
  }
  return (
    <ol className="approach-steps">
      {steps.map((step) => {
        const stage = t(`approach.stages.${step.step}`);
        const day = shortDayText(step.on, today, language);
        return (
          <li key={step.entryId}>
            <span>
              {t('approach.stageOn', { stage, day })} <span className="quiet">{t(`approach.by.${step.by}`)}</span>
            </span>
            <TextButton aria-label={t('approach.takeBackNamed', { stage, day })} onClick={() => onTakeBack(step)}>
              {t('approach.takeBack')}
            </TextButton>
          </li>
        );
      })}
    </ol>
  );
}
