import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApproachRow, TakenStep } from '../../../shared/domain/approach/approach.schema.ts';
import { headcountText } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import './approach.css';
import { ApproachSteps } from './approach-steps.tsx';
import { addressText, adviceText, distanceWords } from './approach-words.ts';
import { Immersion } from './immersion.tsx';
import { SentenceCard, type SentenceCardProps } from './sentence-card.tsx';

interface ApproachDetailProps {
  readonly row: ApproachRow;
  readonly onWord: SentenceCardProps['onWord'];
  readonly onTakeBack: (step: TakenStep) => void;
  readonly onSheet: () => void;
  /** Null where nothing more is waited for. */
  readonly onRemind: (() => void) | null;
  /** How it came to be proposed. */
  readonly onExplain: () => void;
  /** Null for a company added by hand, which has no page. */
  readonly onOpen: (() => void) | null;
  /** Whom to ask for there; nothing for a company added by hand. */
  readonly contact: ReactNode;
}

/** How to go there: where it is, whom to ask for, what to say first, and what happened so far. */
export function ApproachDetail({
  row,
  onWord,
  onTakeBack,
  onSheet,
  onRemind,
  onExplain,
  onOpen,
  contact,
}: ApproachDetailProps) {
  const { t, i18n } = useTranslation();
  const address = addressText(row);
  const how = adviceText(t, row);
  const { known } = row;
  return (
    <>
      <div className="approach-column">
        <section>
          <h3>{t('approach.address')}</h3>
          <p>{address === '' ? t('approach.addressUnknown') : address}</p>
          <p className="quiet small">
            {[
              distanceWords(t, row, i18n.language),
              known === null ? null : headcountText(t, known.headcountBand, i18n.language),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </section>
        <section>
          <h3>{t('approach.title')}</h3>
          {how === null ? <p className="quiet">{t('approach.unknown')}</p> : <p>{how}</p>}
          {known?.group === 'private' && known.advice !== null ? (
            <p className="quiet small">{t(`approach.basis.${known.advice.basis}`)}</p>
          ) : null}
        </section>
        {contact}
      </div>
      <div className="approach-column">
        <SentenceCard row={row} onWord={onWord} />
        <section>
          <h3>{t('approach.history')}</h3>
          <ApproachSteps row={row} onTakeBack={onTakeBack} />
        </section>
        <details className="approach-immersion">
          <summary>{t('immersion.title')}</summary>
          <Immersion />
        </details>
        <div className="approach-acts">
          <Button size="small" shortcut="F" onClick={onSheet}>
            {t('approach.sheet.open')}
          </Button>
          {onRemind === null ? null : (
            <Button size="small" shortcut="L" onClick={onRemind}>
              {t('approach.remind.open')}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={onExplain}>
            {t('explanation.open')}
          </Button>
          {onOpen === null ? null : (
            <Button size="small" kind="quiet" shortcut="O" onClick={onOpen}>
              {t('why.open')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
