import { useTranslation } from 'react-i18next';
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { numberText } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFilterWords } from './filter-words.ts';
import { FILTER_NAMES, type FilterName, isFilterOn } from './filters.ts';
import type { PeopleShown, TagNames } from './people-shown.ts';

interface NobodyFoundProps {
  readonly text: string;
  readonly filters: PortfolioFilters;
  readonly found: PeopleShown;
  readonly tagNames: TagNames;
  readonly departementName: (code: string) => string;
  readonly onLeave: (name: FilterName | 'text') => void;
  readonly onWiden: () => void;
}

/** Nobody answers: which filter to leave first, with how many people it would bring back. */
export function NobodyFound({ text, filters, found, onLeave, onWiden, ...words }: NobodyFoundProps) {
  const { t, i18n } = useTranslation();
  const { valueOf } = useFilterWords({ found, ...words });
  const asked: readonly (FilterName | 'text')[] = [
    ...(text.trim() === '' ? [] : (['text'] as const)),
    ...FILTER_NAMES.filter((name) => isFilterOn(filters, name)),
  ];
  const ways = asked
    .map((name) => ({ name, count: found.keptBut(name).length }))
    .filter(({ count }) => asked.length > 1 && count > 0);
  return (
    <EmptyState title={t('portfolio.none.title')} text={t('portfolio.none.text')}>
      {ways.map(({ name, count }) => (
        <Button key={name} onClick={() => onLeave(name)}>
          {t('portfolio.none.without', {
            filter: name === 'text' ? text.trim() : valueOf(name, filters),
            people: t('portfolio.people', { count, n: numberText(count, i18n.language) }),
          })}
        </Button>
      ))}
      <Button onClick={onWiden}>{t('portfolio.none.widen')}</Button>
    </EmptyState>
  );
}
