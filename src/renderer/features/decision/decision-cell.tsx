import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionOutcome } from '../../../shared/domain/decision/decision.schema.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { type Agreement, outcomeText } from './decision-words.ts';
import './decision.css';

/** Same place, same weight, one key each: setting aside is as easy as retaining (R2). */
const OUTCOMES = [
  { outcome: 'retained', shortcut: 'R' },
  { outcome: 'set-aside', shortcut: 'E' },
  { outcome: 'later', shortcut: 'T' },
] as const satisfies readonly { readonly outcome: DecisionOutcome; readonly shortcut: string }[];

interface DecisionCellProps {
  readonly name: string;
  readonly outcome: DecisionOutcome | null;
  /** What was decided on another site of the same employer: said where nothing was on this one. */
  readonly otherSite?: DecisionOutcome | null;
  readonly agreement: Agreement;
  /** The row that the keys act on. */
  readonly isActive: boolean;
  /** False where no key acts, such as in a list without rows to walk. */
  readonly hasKeys?: boolean;
  /** Null on a closed file, where nothing is decided: the mark alone. */
  readonly onDecide: ((outcome: DecisionOutcome) => void) | null;
  /** Offered once an employer is set aside: why is optional, and is said afterwards. */
  readonly onWhy?: (() => void) | undefined;
}

function DecisionCellOf(props: DecisionCellProps) {
  const { name, outcome, otherSite = null, agreement, isActive, hasKeys = isActive, onDecide, onWhy } = props;
  const { t } = useTranslation();
  const within = (act: () => void) => (event: MouseEvent) => {
    // The row opens on a click of its own.
    event.stopPropagation();
    act();
  };
  return (
    <div className="decision" data-active={isActive}>
      {outcome === null ? null : (
        <span className="decision-mark" data-outcome={outcome}>
          {outcome === 'retained' ? <span aria-hidden="true">✓ </span> : null}
          {outcomeText(t, outcome, agreement)}
          {onWhy === undefined ? null : (
            <TextButton tabIndex={isActive ? 0 : -1} onClick={within(onWhy)}>
              {t('decision.sayWhy')}
            </TextButton>
          )}
        </span>
      )}
      {outcome !== null || otherSite === null ? null : (
        <span className="decision-mark">
          {t('decision.otherSite', { outcome: outcomeText(t, otherSite, agreement) })}
        </span>
      )}
      {onDecide === null ? null : (
        <div className="decision-buttons" role="group" aria-label={t('decision.for', { name })}>
          {OUTCOMES.map(({ outcome: each, shortcut }) => (
            <Button
              key={each}
              size="small"
              tabIndex={isActive ? 0 : -1}
              aria-pressed={each === outcome}
              aria-keyshortcuts={hasKeys ? shortcut : undefined}
              onClick={within(() => onDecide(each))}
              {...(hasKeys ? { shortcut } : {})}
            >
              {t(`decision.acts.${each}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What was decided, as a quiet mark; on the row one looks at, the three buttons. Drawn again for what changes in it. */
export const DecisionCell = memo(DecisionCellOf);
