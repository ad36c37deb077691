import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedOrder } from '../../../shared/domain/suggestion/listed.schema.ts';
import { PopoverPill } from '../../ui/pill.tsx';

interface ListedOrderPillProps {
  readonly order: ListedOrder;
  readonly onChoose: (order: ListedOrder) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The order of a list where nothing is computed: by distance or by name. */
export function ListedOrderPill({ order, onChoose, isOpen, onOpenChange }: ListedOrderPillProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <PopoverPill
      label={t(`caseFile.employers.listedOrder.${order}`)}
      isActive={false}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      shortcut="V"
      width={260}
    >
      <fieldset className="order-choice">
        <legend className="visually-hidden">{t('order.title')}</legend>
        {(['distance', 'name'] as const).map((each) => (
          <label key={each} className="check-row">
            <input type="radio" name={name} checked={order === each} onChange={() => onChoose(each)} />
            <span className="check-row-label">{t(`caseFile.employers.listedOrder.${each}`)}</span>
          </label>
        ))}
      </fieldset>
    </PopoverPill>
  );
}
