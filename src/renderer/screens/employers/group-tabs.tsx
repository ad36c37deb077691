import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EMPLOYER_GROUPS_SHOWN } from '../../features/suggestion/groups.ts';
import { type CompleteSearch, toQuery } from '../../features/suggestion/search.ts';
import { employerPages } from '../../features/suggestion/suggestion.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import type { EmployerSearch } from '../../platform/location.ts';
import { Tabs } from '../../ui/tabs.tsx';

export const RESULTS_ID = 'results';

interface GroupTabsProps {
  readonly search: CompleteSearch;
  readonly onFilter: (filter: Partial<EmployerSearch>) => void;
}

export function GroupTabs({ search, onFilter }: GroupTabsProps) {
  const { t, i18n } = useTranslation();
  const { data } = useInfiniteQuery(employerPages(toQuery(search), search));
  const groups = data?.pages[0]?.groups;
  const items = EMPLOYER_GROUPS_SHOWN.map((group) => ({
    key: group,
    label: t(`groups.${group}`),
    count: groups === undefined ? null : numberText(groups[group], i18n.language),
  }));
  return (
    <Tabs
      label={t('groups.label')}
      items={items}
      chosen={search.group}
      onChoose={(group) => onFilter({ group, sections: [], sizes: [], hasContact: false, activeSiret: null })}
      panelId={RESULTS_ID}
    />
  );
}
