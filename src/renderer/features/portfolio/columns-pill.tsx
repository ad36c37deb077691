import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioColumn, PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { PORTFOLIO_COLUMNS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { USUAL_COLUMNS } from '../../../shared/domain/case-file/usual-view.ts';
import { announce } from '../../platform/live-region.tsx';
import { TextButton } from '../../ui/button.tsx';
import { columnOrder, withMoved, withShown } from '../../ui/column-layout.ts';
import { PopoverPill } from '../../ui/pill.tsx';
import { isUsual, toColumns } from './columns.ts';

interface ColumnsPillProps {
  readonly columns: PortfolioColumns;
  readonly onColumns: (columns: PortfolioColumns) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Which columns are shown and in which order; their widths are on their heads. */
export function ColumnsPill({ columns, onColumns, isOpen, onOpenChange }: ColumnsPillProps) {
  const { t } = useTranslation();
  return (
    <PopoverPill
      label={t('portfolio.columnsMenu.open')}
      isActive={false}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      width={320}
    >
      <div className="filter-panel">
        <div className="filter-panel-head">
          <h3 className="filter-panel-title">{t('portfolio.columnsMenu.title')}</h3>
          <TextButton aria-disabled={isUsual(columns)} onClick={() => onColumns(USUAL_COLUMNS)}>
            {t('portfolio.columnsMenu.reset')}
          </TextButton>
        </div>
        <ColumnList columns={columns} onColumns={onColumns} />
        <p className="quiet small">{t('portfolio.columnsMenu.hint')}</p>
      </div>
    </PopoverPill>
  );
}

function ColumnList({ columns, onColumns }: Pick<ColumnsPillProps, 'columns' | 'onColumns'>) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const order = columnOrder(PORTFOLIO_COLUMNS, columns) as readonly PortfolioColumn[];
  const nameOf = (id: PortfolioColumn): string => t(`portfolio.columns.${id}`);
  const move = (id: PortfolioColumn, step: -1 | 1): void => {
    const next = withMoved(columns, { ids: PORTFOLIO_COLUMNS, among: order, id, step });
    if (next === columns) return;
    onColumns(toColumns(next));
    const place = columnOrder(PORTFOLIO_COLUMNS, next).indexOf(id) + 1;
    announce(t('ui.columnPlace', { column: nameOf(id), place, total: PORTFOLIO_COLUMNS.length }));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-box="${id}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, id: PortfolioColumn): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (event.ctrlKey) move(id, step);
    else list.current?.querySelector<HTMLElement>(`[data-box="${order[order.indexOf(id) + step]}"]`)?.focus();
  };
  return (
    <ul ref={list} className="column-list">
      {order.map((id, place) => (
        <li key={id} className="column-line">
          <label className="check-row">
            <input
              type="checkbox"
              data-box={id}
              data-autofocus={place === 0 || undefined}
              checked={place === 0 || !columns.hidden.includes(id)}
              aria-disabled={place === 0 || undefined}
              onChange={(event) => {
                if (place > 0) onColumns(toColumns(withShown(columns, id, event.currentTarget.checked)));
              }}
              onKeyDown={(event) => onKeyDown(event, id)}
            />
            <span className="check-row-label">{nameOf(id)}</span>
          </label>
          {place === 0 ? null : (
            <span className="column-moves">
              <MoveButton way={-1} name={nameOf(id)} isOff={place === 1} onMove={() => move(id, -1)} />
              <MoveButton way={1} name={nameOf(id)} isOff={place === order.length - 1} onMove={() => move(id, 1)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface MoveButtonProps {
  readonly way: -1 | 1;
  readonly name: string;
  readonly isOff: boolean;
  readonly onMove: () => void;
}

/** For the pointer; the keyboard has Ctrl and the arrows on the box of the column. */
function MoveButton({ way, name, isOff, onMove }: MoveButtonProps) {
  const { t } = useTranslation();
  const label = t(way === -1 ? 'portfolio.columnsMenu.before' : 'portfolio.columnsMenu.after', { column: name });
  return (
    <button type="button" className="column-move" tabIndex={-1} aria-label={label} disabled={isOff} onClick={onMove}>
      <svg viewBox="0 0 8 8" aria-hidden="true" data-way={way}>
        <path d="M1 5.5 4 2.5 7 5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </button>
  );
}
