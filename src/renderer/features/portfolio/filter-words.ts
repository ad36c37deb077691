import { useTranslation } from 'react-i18next';
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { type FilterName, isFilterOn, isPlace } from './filters.ts';
import type { PeopleShown, TagNames } from './people-shown.ts';

interface FilterWords {
  readonly found: PeopleShown;
  readonly tagNames: TagNames;
  readonly departementName: (code: string) => string;
}

/** A filter in words, by what it keeps: names of occupations and places are read from the people who have them. */
export function useFilterWords({ found, tagNames, departementName }: FilterWords): {
  /** "Comptabilité", "Metz", "guidé". */
  readonly valueOf: (name: FilterName, filters: PortfolioFilters) => string;
  /** "Métier : Comptabilité", "Métier : tous". */
  readonly labelOf: (name: Exclude<FilterName, 'quick'>, filters: PortfolioFilters) => string;
} {
  const { t } = useTranslation();
  const valueOf = (name: FilterName, filters: PortfolioFilters): string => {
    const { quick, occupation, place, modality, tagIds, lastContact, appointment } = filters;
    if (!isFilterOn(filters, name)) return name === 'quick' ? '' : t(`portfolio.menus.${name}.all`);
    switch (name) {
      case 'quick':
        return quick === null ? '' : t(`portfolio.filters.${quick}`);
      case 'occupation':
        return found.everybody.find(({ row }) => row.occupationRome === occupation)?.row.project ?? occupation ?? '';
      case 'place':
        if (place?.kind === 'departement') return departementName(place.code);
        return found.everybody.find(({ row }) => isPlace(row, place))?.row.place ?? place?.code ?? '';
      case 'modality':
        return modality === null ? '' : t(`support.${modality}`);
      case 'tagIds':
        return tagIds.map((id) => tagNames.get(id) ?? t('portfolio.menus.tagIds.unknown')).join(', ');
      case 'lastContact':
        return lastContact === 'any' ? '' : t(`portfolio.menus.lastContact.${lastContact}`);
      case 'appointment':
        return appointment === 'any' ? '' : t(`portfolio.menus.appointment.${appointment}`);
    }
  };
  return {
    valueOf,
    labelOf: (name, filters) =>
      t('portfolio.menus.pill', { filter: t(`portfolio.menus.${name}.name`), value: valueOf(name, filters) }),
  };
}
