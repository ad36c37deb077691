import { useTranslation } from 'react-i18next';
import { numberText } from '../../i18n/formats.ts';
import { Pill } from '../../ui/pill.tsx';
import { PORTFOLIO_FILTERS, type PortfolioFilter } from './people.ts';

interface FilterPillsProps {
  readonly chosen: PortfolioFilter | null;
  readonly counts: Readonly<Record<PortfolioFilter, number>>;
  readonly onChoose: (filter: PortfolioFilter | null) => void;
}

/** Ways to look at the portfolio, one at a time; the one in use is left by asking for it again. */
export function FilterPills({ chosen, counts, onChoose }: FilterPillsProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="pills" role="group" aria-label={t('portfolio.filters.label')}>
      {PORTFOLIO_FILTERS.map((filter) => (
        <Pill
          key={filter}
          isActive={filter === chosen}
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter === chosen ? null : filter)}
        >
          {t(`portfolio.filters.${filter}`)}
          <span className="pill-count">{numberText(counts[filter], i18n.language)}</span>
        </Pill>
      ))}
    </div>
  );
}
