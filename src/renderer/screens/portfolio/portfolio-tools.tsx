import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { NO_FILTERS } from '../../../shared/domain/case-file/usual-view.ts';
import { departementText } from '../../features/place/departement-name.ts';
import { ColumnsPill } from '../../features/portfolio/columns-pill.tsx';
import { isSameLook } from '../../features/portfolio/columns.ts';
import { FilterMenus } from '../../features/portfolio/filter-menus.tsx';
import { FilterPills } from '../../features/portfolio/filter-pills.tsx';
import { type FilterDays, isAnyFilterOn } from '../../features/portfolio/filters.ts';
import { type PeopleShown, quickCounts, type TagNames } from '../../features/portfolio/people-shown.ts';
import { fromSavedView, toSavedView } from '../../features/portfolio/remembered-view.ts';
import type { SavedView } from '../../features/saved-view/saved-view.queries.ts';
import { SavedViews } from '../../features/saved-view/saved-views.tsx';
import { numberText } from '../../i18n/formats.ts';
import type { PortfolioView } from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';
import { look } from './portfolio-view.ts';

interface PortfolioToolsProps {
  readonly view: PortfolioView;
  readonly found: PeopleShown;
  readonly days: FilterDays;
  readonly tagNames: TagNames;
  readonly views: readonly SavedView[];
  readonly columns: PortfolioColumns;
  readonly onColumns: (columns: PortfolioColumns) => void;
  readonly onWiden: () => void;
  /** How many of one’s own open files the list shows. */
  readonly toGive: number;
  readonly onGive: () => void;
  /** What had the focus is gone. */
  readonly onFocusLost: () => void;
}

/** Above the list: whom one looks at, and how. */
export function PortfolioTools(props: PortfolioToolsProps) {
  const { t, i18n } = useTranslation();
  const { toGive, onGive } = props;
  const { view, found, days, tagNames, columns, onColumns, onWiden } = props;
  const { filters, text } = view;
  const [isArranging, setIsArranging] = useState(false);
  const counts = useMemo(() => quickCounts(found.keptBut('quick'), days), [found, days]);
  const isNarrow = text !== '' || isAnyFilterOn(filters);
  return (
    <div className="portfolio-tools">
      <div className="portfolio-tools-line">
        <div className="portfolio-ways">
          <FilterPills
            chosen={filters.quick}
            counts={counts}
            onChoose={(quick) => look({ filters: { ...filters, quick } })}
          />
          <Views {...props} />
          {toGive === 0 ? null : (
            <TextButton onClick={onGive}>
              {t('handOver.give.several', { count: toGive, n: numberText(toGive, i18n.language) })}
            </TextButton>
          )}
        </div>
      </div>
      <div className="portfolio-tools-line">
        <div className="portfolio-ways">
          <FilterMenus
            filters={filters}
            found={found}
            days={days}
            tagNames={tagNames}
            departementName={departementText}
            onFilters={(next) => look({ filters: next })}
          />
          <TextButton aria-disabled={!isNarrow} onClick={onWiden}>
            {t('portfolio.clearAll')}
          </TextButton>
        </div>
        <ColumnsPill columns={columns} onColumns={onColumns} isOpen={isArranging} onOpenChange={setIsArranging} />
      </div>
    </div>
  );
}

type ViewsProps = Pick<PortfolioToolsProps, 'view' | 'views' | 'columns' | 'onFocusLost'>;

function Views({ view, views, columns, onFocusLost }: ViewsProps) {
  const current = views.find(({ id }) => id === view.savedView?.id) ?? null;
  const now = toSavedView(view, columns);
  return (
    <SavedViews
      views={views}
      current={current}
      isChanged={current !== null && !isSameLook(current.view, now)}
      look={() => now}
      onUse={(id, saved) => look({ ...fromSavedView(id, saved), text: '' })}
      onLeave={() => look({ filters: NO_FILTERS, sorting: null, savedView: null })}
      onRemoved={onFocusLost}
    />
  );
}
