import { useTranslation } from 'react-i18next';
import { QUICK_FILTERS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { numberText } from '../../i18n/formats.ts';
import { Pill } from '../../ui/pill.tsx';
import type { QuickFilter } from './filters.ts';
import type { Counts } from './people-shown.ts';

interface FilterPillsProps {
  readonly chosen: QuickFilter | null;
  /** How many each would keep, with the other filters. */
  readonly counts: Counts<QuickFilter>;
  readonly onChoose: (filter: QuickFilter | null) => void;
}

/** One key each, one at a time, with the other filters; the one in use is left by asking for it again. */
export function FilterPills({ chosen, counts, onChoose }: FilterPillsProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="pills" role="group" aria-label={t('portfolio.filters.label')}>
      {QUICK_FILTERS.filter((filter) => filter !== 'archived' || filter === chosen || counts[filter] > 0).map(
        (filter) => (
          <Pill
            key={filter}
            isActive={filter === chosen}
            aria-pressed={filter === chosen}
            onClick={() => onChoose(filter === chosen ? null : filter)}
          >
            {t(`portfolio.filters.${filter}`)}
            <span className="pill-count">{numberText(counts[filter], i18n.language)}</span>
          </Pill>
        ),
      )}
    </div>
  );
}
