import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { MOST_TAGS } from '../../../shared/domain/case-file/case-file.ts';
import { APPOINTMENTS, LAST_CONTACTS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { fold } from '../../../shared/kernel/text.ts';
import { numberText } from '../../i18n/formats.ts';
import { TextButton } from '../../ui/button.tsx';
import { CheckList, type Choice, PopoverPill, RadioList } from '../../ui/pill.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFilterWords } from './filter-words.ts';
import { type FilterDays, type FilterName, isFilterOn, type PlaceFilter, without } from './filters.ts';
import {
  appointmentCounts,
  facetsOf,
  lastContactCounts,
  type PeopleShown,
  placesOf,
  type TagNames,
} from './people-shown.ts';
import { SUPPORT_CHOICES } from './support-choices.ts';

interface FilterMenusProps {
  readonly filters: PortfolioFilters;
  readonly found: PeopleShown;
  readonly days: FilterDays;
  readonly tagNames: TagNames;
  readonly departementName: (code: string) => string;
  readonly onFilters: (filters: PortfolioFilters) => void;
}

type MenuName = Exclude<FilterName, 'quick'>;
const MENUS = ['occupation', 'place', 'modality', 'tagIds', 'lastContact', 'appointment'] as const;
const WIDE_MENUS: readonly MenuName[] = ['occupation', 'place'];
/** Beyond, a list is looked in by typing. */
const LONG_LIST = 12;

/** A menu for each filter that has values. What each value would keep is counted when its menu opens, with the other filters. */
export function FilterMenus(props: FilterMenusProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<MenuName | null>(null);
  const { labelOf } = useFilterWords(props);
  return (
    <div className="pills" role="group" aria-label={t('portfolio.menus.label')}>
      {MENUS.map((name) => (
        <PopoverPill
          key={name}
          label={labelOf(name, props.filters)}
          isActive={isFilterOn(props.filters, name)}
          isOpen={open === name}
          onOpenChange={(isOpen) => setOpen(isOpen ? name : null)}
          width={WIDE_MENUS.includes(name) ? 340 : 280}
        >
          <Menu name={name} {...props} />
        </PopoverPill>
      ))}
    </div>
  );
}

function Menu({ name, ...props }: FilterMenusProps & { readonly name: MenuName }) {
  const { t } = useTranslation();
  const { filters, onFilters } = props;
  const title = t(`portfolio.menus.${name}.title`);
  return (
    <div className="filter-panel">
      <div className="filter-panel-head">
        <h3 className="filter-panel-title">{title}</h3>
        <TextButton aria-disabled={!isFilterOn(filters, name)} onClick={() => onFilters(without(filters, name))}>
          {t('filters.clear')}
        </TextButton>
      </div>
      <MenuChoices name={name} title={title} {...props} />
    </div>
  );
}

type MenuProps = FilterMenusProps & { readonly name: MenuName; readonly title: string };

function MenuChoices({ name, title, ...props }: MenuProps): ReactNode {
  const { t } = useTranslation();
  const { filters, onFilters } = props;
  const all = useChoices(name, props);
  const [typed, setTyped] = useState('');
  const isLong = all.length > LONG_LIST;
  const choices = isLong ? matching(all, typed) : all;
  if (all.length === 0 && mayBeEmpty(name)) return <p className="quiet">{t(`portfolio.menus.${name}.none`)}</p>;
  if (name === 'tagIds') {
    const keep = (tagIds: readonly string[]): void => onFilters({ ...filters, tagIds: tagIds.slice(0, MOST_TAGS) });
    return <CheckList choices={choices} chosen={filters.tagIds} onChange={keep} />;
  }
  return (
    <>
      {isLong ? (
        <TextField
          label={t('portfolio.menus.find')}
          data-autofocus
          isUnchecked
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      ) : null}
      {choices.length === 0 ? <p className="quiet">{t('portfolio.menus.nothing')}</p> : null}
      <RadioList
        label={title}
        choices={choices}
        chosen={chosenKey(name, filters)}
        onChange={(key) => onFilters(withChosen(name, filters, key))}
      />
    </>
  );
}

function matching(choices: readonly Choice<string>[], typed: string): readonly Choice<string>[] {
  const words = fold(typed).split(' ').filter(Boolean);
  return choices.filter(({ label }) => words.every((word) => ` ${fold(label)}`.includes(` ${word}`)));
}

/** The values of the others are always the same. */
function mayBeEmpty(name: MenuName): name is 'occupation' | 'place' | 'tagIds' {
  return name === 'occupation' || name === 'place' || name === 'tagIds';
}

function placeKey({ kind, code }: PlaceFilter): string {
  return `${kind} ${code}`;
}

function chosenKey(name: MenuName, filters: PortfolioFilters): string | null {
  if (name === 'place') return filters.place === null ? null : placeKey(filters.place);
  const chosen = filters[name];
  return typeof chosen === 'string' ? chosen : null;
}

function withChosen(name: MenuName, filters: PortfolioFilters, key: string): PortfolioFilters {
  if (name !== 'place') return { ...filters, [name]: key };
  const [kind = '', code = ''] = key.split(' ');
  return { ...filters, place: { kind: kind === 'commune' ? 'commune' : 'departement', code } };
}

/** The values of a menu with how many each would keep; one that is chosen stays, even where nobody has it any more. */
function useChoices(name: MenuName, props: FilterMenusProps): readonly Choice<string>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { filters, found, days, tagNames, departementName } = props;
  const people = found.keptBut(name);
  const { valueOf } = useFilterWords(props);
  const n = (count: number): string => numberText(count, language);
  const withLost = (choices: readonly Choice<string>[], lost: string | null): readonly Choice<string>[] =>
    lost === null || choices.some(({ key }) => key === lost)
      ? choices
      : [{ key: lost, label: valueOf(name, filters), count: n(0) }, ...choices];

  switch (name) {
    case 'occupation': {
      const facets = facetsOf(
        people,
        ({ occupationRome, project }) =>
          occupationRome === null ? [] : [{ key: occupationRome, label: project ?? occupationRome }],
        language,
      );
      return withLost(
        facets.map(({ key, label, count }) => ({ key, label, count: n(count) })),
        filters.occupation,
      );
    }
    case 'place': {
      const { departements, communes } = placesOf(people, language);
      const all = [
        ...departements.map(({ code, count }) => ({
          key: placeKey({ kind: 'departement', code }),
          label: t('portfolio.menus.place.departement', { name: departementName(code) }),
          count: n(count),
        })),
        ...communes.map(({ key, label, count }) => ({
          key: placeKey({ kind: 'commune', code: key }),
          label,
          count: n(count),
        })),
      ];
      return withLost(all, chosenKey(name, filters));
    }
    case 'modality': {
      const facets = new Map(
        facetsOf(people, ({ supportMode: mode }) => (mode === null ? [] : [{ key: mode, label: mode }]), language).map(
          ({ key, count }) => [key, count] as const,
        ),
      );
      return SUPPORT_CHOICES.filter((mode) => mode !== 'unknown').map((mode) => ({
        key: mode,
        label: t(`support.${mode}`),
        count: n(facets.get(mode) ?? 0),
      }));
    }
    case 'tagIds': {
      // With those that are chosen already: a person must wear them all.
      const wearing = filters.tagIds.length === 0 ? people : found.shown;
      const facets = facetsOf(
        wearing,
        ({ tagIds }) => tagIds.map((key) => ({ key, label: tagNames.get(key) ?? key })),
        language,
      );
      const lost = filters.tagIds.filter((id) => !facets.some(({ key }) => key === id));
      return [
        ...lost.map((key) => ({ key, label: tagNames.get(key) ?? t('portfolio.menus.tagIds.unknown'), count: n(0) })),
        ...facets.map(({ key, label, count }) => ({ key, label, count: n(count) })),
      ];
    }
    case 'lastContact': {
      const counts = lastContactCounts(people, days);
      return LAST_CONTACTS.map((key) => ({
        key,
        label: t(`portfolio.menus.lastContact.${key}`),
        count: n(counts[key]),
      }));
    }
    case 'appointment': {
      const counts = appointmentCounts(people, days);
      return APPOINTMENTS.map((key) => ({
        key,
        label: t(`portfolio.menus.appointment.${key}`),
        count: n(counts[key]),
      }));
    }
  }
}
