/** The ways of looking at the portfolio as answers of the palette: its quick filters, and the views one has named. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { QUICK_FILTERS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { NO_FILTERS } from '../../../shared/domain/case-file/usual-view.ts';
import type { PaletteEntry } from '../../features/palette/palette-entry.ts';
import { fromSavedView } from '../../features/portfolio/remembered-view.ts';
import { savedViews } from '../../features/saved-view/saved-view.queries.ts';
import { lookFromAnywhere } from '../portfolio/portfolio-view.ts';

export function usePaletteViews(role: AccountRole): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const isAdvisor = role === 'advisor';
  const views = useQuery({ ...savedViews, enabled: isAdvisor }).data ?? [];
  if (!isAdvisor) return [];
  const entry = (key: string, title: string, run: () => void): PaletteEntry => ({
    ...{ key: `view-${key}`, group: 'screens', title, detail: t('screens.portfolio'), run },
  });
  return [
    ...QUICK_FILTERS.map((quick) =>
      entry(quick, t(`portfolio.filters.${quick}`), () =>
        lookFromAnywhere({ filters: { ...NO_FILTERS, quick }, savedView: null }),
      ),
    ),
    ...views.map(({ id, name, view }) => entry(id, name, () => lookFromAnywhere(fromSavedView(id, view)))),
  ];
}
