import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SIZE_CLASSES } from '../../../shared/domain/employer/headcount.ts';
import type { SectionCode } from '../../../shared/domain/sector/sector.ts';
import type { EmployerPage } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import type { EmployerSearch } from '../../platform/location.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { CheckList, Pill, PopoverPill } from '../../ui/pill.tsx';
import { RADIUS_MAX, RADIUS_MIN } from './radius.ts';
import { RadiusSlider } from './radius-slider.tsx';

interface FilterProps {
  readonly search: EmployerSearch;
  readonly onFilter: (filter: Partial<EmployerSearch>) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Absent where the draw is kept with the person and the week. */
type OrderProps = FilterProps & { readonly onDrawAgain?: () => void };
type FacetProps = FilterProps & { readonly facets: EmployerPage['facets'] | null };

/** The way back to everything stays where it is: the focus on it is not lost. */
function Panel({
  title,
  children,
  onClear,
  isAll,
}: {
  title: string;
  children: ReactNode;
  onClear: () => void;
  isAll: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="filter-panel">
      <div className="filter-panel-head">
        <h3 className="filter-panel-title">{title}</h3>
        <TextButton aria-disabled={isAll} onClick={onClear}>
          {t('filters.clear')}
        </TextButton>
      </div>
      {children}
    </div>
  );
}

type RadiusProps = FilterProps & { readonly shortcut?: string };

export function RadiusPill({ search, onFilter, isOpen, onOpenChange, shortcut = 'R' }: RadiusProps) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const distance = distanceText(search.radiusKm, i18n.language);
  const label = search.place === null ? distance : t('filters.radius', { distance, place: search.place.name });
  const bounds = {
    min: numberText(RADIUS_MIN, i18n.language),
    max: distanceText(RADIUS_MAX, i18n.language),
  };
  return (
    <PopoverPill label={label} isActive isOpen={isOpen} onOpenChange={onOpenChange} shortcut={shortcut} width={280}>
      <div className="filter-panel">
        <div className="filter-panel-head">
          <label htmlFor={id} className="filter-panel-title">
            {t('filters.radiusTitle')}
          </label>
          <strong>{distance}</strong>
        </div>
        <RadiusSlider
          id={id}
          radiusKm={search.radiusKm}
          onChange={(radiusKm) => onFilter({ radiusKm })}
          hasFocusFirst
        />
        <span className="quiet small">{t('filters.radiusHint', bounds)}</span>
      </div>
    </PopoverPill>
  );
}

export function SectorPill({ search, onFilter, isOpen, onOpenChange, facets }: FacetProps) {
  const { t, i18n } = useTranslation();
  const counts = new Map(facets?.sections.map(({ section, count }) => [section, count]));
  const kept = [...new Set([...counts.keys(), ...search.sections])].toSorted(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  );
  const choices = kept.map((section) => ({
    key: section,
    label: t(`sections.${section as SectionCode}`),
    count: numberText(counts.get(section) ?? 0, i18n.language),
  }));
  const [only] = search.sections;
  const label =
    only === undefined
      ? t('filters.allSectors')
      : search.sections.length === 1
        ? t(`sections.${only as SectionCode}`)
        : t('filters.sectors', { count: search.sections.length });
  return (
    <PopoverPill label={label} isActive={only !== undefined} isOpen={isOpen} onOpenChange={onOpenChange} width={380}>
      <Panel title={t('filters.sectorsTitle')} onClear={() => onFilter({ sections: [] })} isAll={only === undefined}>
        <CheckList choices={choices} chosen={search.sections} onChange={(sections) => onFilter({ sections })} />
      </Panel>
    </PopoverPill>
  );
}

export function SizePill({ search, onFilter, isOpen, onOpenChange, facets }: FacetProps) {
  const { t, i18n } = useTranslation();
  const choices = SIZE_CLASSES.map((size) => ({
    key: size,
    label: t(`sizes.${size}`),
    count: numberText(facets?.sizes.find((facet) => facet.size === size)?.count ?? 0, i18n.language),
  }));
  const [only] = search.sizes;
  const label =
    only === undefined
      ? t('filters.allSizes')
      : search.sizes.length === 1
        ? t(`sizes.${only}`)
        : t('filters.sizes', { count: search.sizes.length });
  return (
    <PopoverPill label={label} isActive={only !== undefined} isOpen={isOpen} onOpenChange={onOpenChange} width={260}>
      <Panel title={t('filters.sizesTitle')} onClear={() => onFilter({ sizes: [] })} isAll={only === undefined}>
        <CheckList choices={choices} chosen={search.sizes} onChange={(sizes) => onFilter({ sizes })} />
      </Panel>
    </PopoverPill>
  );
}

type ContactProps = Pick<FilterProps, 'search' | 'onFilter'> & Pick<FacetProps, 'facets'>;

/** Those that somebody knows how to reach; nothing where nobody is, and nobody was asked for. */
export function ContactPill({ search: { hasContact }, onFilter, facets }: ContactProps) {
  const { t, i18n } = useTranslation();
  const count = facets?.withContact ?? 0;
  if (count === 0 && !hasContact) return null;
  return (
    <Pill isActive={hasContact} aria-pressed={hasContact} onClick={() => onFilter({ hasContact: !hasContact })}>
      {t('filters.withContact', { n: numberText(count, i18n.language) })}
    </Pill>
  );
}

export function OrderPill({ search, onFilter, onDrawAgain, isOpen, onOpenChange }: OrderProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <PopoverPill
      label={t(`order.${search.order}.name`)}
      isActive={search.order === 'plain'}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      shortcut="V"
      width={340}
    >
      <fieldset className="order-choice">
        <legend className="visually-hidden">{t('order.title')}</legend>
        {(['spread', 'plain'] as const).map((order) => (
          <div key={order}>
            <label className="check-row">
              <input type="radio" name={name} checked={search.order === order} onChange={() => onFilter({ order })} />
              <span className="check-row-label">
                <strong>{t(`order.${order}.name`)}</strong>
                <span className="quiet order-why">{t(`order.${order}.short`)}</span>
              </span>
            </label>
            {order === 'spread' && onDrawAgain !== undefined ? (
              <div className="order-draw">
                <Button size="small" shortcut={t('order.drawKeys')} onClick={onDrawAgain}>
                  {t('order.draw')}
                </Button>
              </div>
            ) : null}
          </div>
        ))}
      </fieldset>
    </PopoverPill>
  );
}
