import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStep } from '../../../shared/domain/approach/approach.rules.ts';
import type { ApproachRow } from '../../../shared/domain/approach/approach.schema.ts';
import type { DecidedItem } from '../../../shared/domain/decision/decision.schema.ts';
import { distanceText } from '../../i18n/formats.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import './approach.css';
import { addressText, reminderText, stageText } from './approach-words.ts';

interface ApproachLineProps {
  readonly row: ApproachRow;
  /** Those it was decided with, where they were not the usual ones. */
  readonly weights: DecidedItem['weights'];
  /** The line that the keys act on. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onActivate: () => void;
  readonly onToggle: () => void;
  readonly onNext: () => void;
  readonly onOther: () => void;
  /** What may be decided again of it. */
  readonly decision: ReactNode;
  /** What is shown once it is open. */
  readonly children: ReactNode;
}

/** One retained employer: where it stands in words, what is waited for, and the step that usually comes next. */
export function ApproachLine(props: ApproachLineProps) {
  const { row, weights, isActive, isOpen, onActivate, onToggle, onNext, onOther, decision, children } = props;
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { language } = i18n;
  const { name, stage, reminder, sectorLabel, distanceKm, isOptedOut } = row;
  const next = nextStep(stage);
  const distance = distanceKm === null ? null : distanceText(distanceKm, language);
  const where = [addressText(row), distance, sectorLabel].filter((part) => part !== null && part !== '').join(' · ');
  const step = next === null ? '' : t(`approach.stages.${next}`);
  return (
    <li className="approach" data-active={isActive} tabIndex={isActive ? 0 : -1} onFocus={onActivate}>
      <div className="approach-head">
        <div className="approach-what">
          <div className="decided-name">{name}</div>
          <div className="decided-more">{where}</div>
          {weights === null ? null : <div className="decided-more">{t('whatIf.decided', weights)}</div>}
          <div className="approach-stage" data-stage={stage}>
            <span>{stageText(t, row, today, language)}</span>
            {reminder === null ? null : (
              <span className={reminder.on < today ? 'overdue' : 'approach-reminder'}>
                {reminderText(t, reminder, today, language)}
              </span>
            )}
          </div>
          {isOptedOut ? <p className="approach-out-of-lists">{t('approach.optedOut')}</p> : null}
        </div>
        <div className="approach-buttons">
          <div className="approach-acts">
            {next === null ? null : (
              <Button
                size="small"
                aria-label={t('approach.nextNamed', { name, step })}
                aria-keyshortcuts={isActive ? 'S' : undefined}
                onClick={onNext}
                {...(isActive ? { shortcut: 'S' } : {})}
              >
                {step}
              </Button>
            )}
            <Button
              size="small"
              kind="quiet"
              aria-label={t('approach.otherNamed', { name })}
              aria-keyshortcuts={isActive ? 'D' : undefined}
              onClick={onOther}
              {...(isActive ? { shortcut: 'D' } : {})}
            >
              {t('approach.other')}
            </Button>
            <Button size="small" kind="quiet" aria-expanded={isOpen} onClick={onToggle}>
              {t(isOpen ? 'approach.shut' : 'approach.open')}
            </Button>
          </div>
          {decision}
        </div>
      </div>
      {isOpen ? <div className="approach-detail">{children}</div> : null}
    </li>
  );
}
