import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecidedItem, DecisionOutcome } from '../../../shared/domain/decision/decision.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { distanceText } from '../../i18n/formats.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DecisionCell } from './decision-cell.tsx';
import { outcomeText, reasonsText } from './decision-words.ts';
import './decision.css';

interface DecidedListProps {
  readonly outcome: DecisionOutcome;
  readonly items: readonly DecidedItem[];
  /** Null on a closed file. */
  readonly onDecide: ((item: DecidedItem, outcome: DecisionOutcome) => void) | null;
  /** Takes back all that was decided on it: the employer is in the list again, as if nothing had been. */
  readonly onPutBack: (item: DecidedItem) => void;
  /** How it came to be proposed. */
  readonly onExplain: (item: DecidedItem) => void;
}

/** What was decided and still holds. The reasons are shown here and nowhere else (R10). */
export function DecidedList({ outcome, items, onDecide, onPutBack, onExplain }: DecidedListProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  /** The line acted on: once it has left, the keys are on the one that took its place. */
  const left = useRef<{ readonly id: string; readonly at: number } | null>(null);
  useEffect(() => {
    const { id, at } = left.current ?? {};
    if (id === undefined || items.some(({ decisionId }) => decisionId === id)) return;
    left.current = null;
    if (document.activeElement !== document.body) return;
    const lines = root.current?.querySelectorAll<HTMLElement>('.decided-list > li') ?? [];
    (lines[Math.min(at ?? 0, lines.length - 1)] ?? root.current)?.focus();
  }, [items]);
  const leaving = (item: DecidedItem): void => {
    left.current = { id: item.decisionId, at: items.indexOf(item) };
  };
  return (
    <div ref={root} className="decided" tabIndex={-1}>
      {items.length === 0 ? (
        <EmptyState title={t(`decision.none.${outcome}.title`)} text={t(`decision.none.${outcome}.text`)} />
      ) : (
        <ul className="decided-list" aria-label={outcomeText(t, outcome, 'feminine')}>
          {items.map((item) => (
            <DecidedRow
              key={item.decisionId}
              item={item}
              onDecide={
                onDecide === null
                  ? null
                  : (next) => {
                      leaving(item);
                      onDecide(item, next);
                    }
              }
              onPutBack={() => {
                leaving(item);
                onPutBack(item);
              }}
              onExplain={() => onExplain(item)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface DecidedRowProps {
  readonly item: DecidedItem;
  readonly onDecide: ((outcome: DecisionOutcome) => void) | null;
  readonly onPutBack: () => void;
  readonly onExplain: () => void;
}

function DecidedRow({ item, onDecide, onPutBack, onExplain }: DecidedRowProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { name, sectorLabel, communeName, distanceKm, weights, outcome, reasons, words, at } = item;
  const distance = distanceKm === null ? null : distanceText(distanceKm, i18n.language);
  const where = [communeName, distance, sectorLabel].filter((part) => part !== null && part !== '').join(', ');
  const day = shortDayText(localDateAt(at, localZone()), now, i18n.language);
  const why = reasonsText(t, reasons, words);
  return (
    <li tabIndex={-1}>
      <div className="decided-what">
        <div className="decided-name">{name}</div>
        <div className="decided-more">{[where, t('decision.decidedOn', { day })].filter(Boolean).join('. ')}</div>
        {why === null ? null : <div className="decided-more">{why}</div>}
        {weights === null ? null : <div className="decided-more">{t('whatIf.decided', weights)}</div>}
      </div>
      <DecisionCell name={name} outcome={outcome} agreement="feminine" isActive hasKeys={false} onDecide={onDecide} />
      <TextButton aria-label={t('explanation.ofNamed', { name })} onClick={onExplain}>
        {t('explanation.open')}
      </TextButton>
      <TextButton aria-label={t('decision.putBackNamed', { name })} onClick={onPutBack}>
        {t('decision.putBack')}
      </TextButton>
    </li>
  );
}
