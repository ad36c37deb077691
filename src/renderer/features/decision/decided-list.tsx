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
  readonly onDecide: (item: DecidedItem, outcome: DecisionOutcome) => void;
  /** Takes the decision back: the employer is in the list again, as if nothing had been decided. */
  readonly onUndo: (item: DecidedItem) => void;
}

/** What was decided and still holds. The reasons are shown here and nowhere else (R10). */
export function DecidedList({ outcome, items, onDecide, onUndo }: DecidedListProps) {
  const { t } = useTranslation();
  if (items.length === 0) {
    return <EmptyState title={t(`decision.none.${outcome}.title`)} text={t(`decision.none.${outcome}.text`)} />;
  }
  return (
    <ul className="decided-list" aria-label={outcomeText(t, outcome, 'feminine')}>
      {items.map((item) => (
        <DecidedRow key={item.decisionId} item={item} onDecide={onDecide} onUndo={onUndo} />
      ))}
    </ul>
  );
}

function DecidedRow({
  item,
  onDecide,
  onUndo,
}: { readonly item: DecidedItem } & Omit<DecidedListProps, 'outcome' | 'items'>) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { name, sectorLabel, communeName, distanceKm, outcome, reasons, words, at } = item;
  const distance = distanceKm === null ? null : distanceText(distanceKm, i18n.language);
  const where = [communeName, distance, sectorLabel].filter((part) => part !== null && part !== '').join(', ');
  const day = shortDayText(localDateAt(at, localZone()), now, i18n.language);
  const why = reasonsText(t, reasons, words);
  return (
    <li>
      <div className="decided-what">
        <div className="decided-name">{name}</div>
        <div className="decided-more">{[where, t('decision.decidedOn', { day })].filter(Boolean).join('. ')}</div>
        {why === null ? null : <div className="decided-more">{why}</div>}
      </div>
      <DecisionCell
        name={name}
        outcome={outcome}
        agreement="feminine"
        isActive
        hasKeys={false}
        onDecide={(next) => onDecide(item, next)}
      />
      <TextButton aria-label={t('decision.putBackNamed', { name })} onClick={() => onUndo(item)}>
        {t('decision.putBack')}
      </TextButton>
    </li>
  );
}
