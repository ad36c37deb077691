import { type ReactNode, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerGroup } from '../../../shared/domain/employer/employer.schema.ts';
import type { SuggestedEmployer } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { headcountText } from '../../i18n/words.ts';
import { type DataColumn, DataTable, type DataTableHandle } from '../../ui/data-table.tsx';
import { niceMax } from './contribution.ts';
import './employers-table.css';
import { PotentialWord } from './potential-word.tsx';

interface EmployersTableProps {
  readonly label: string;
  readonly group: EmployerGroup;
  readonly rows: readonly SuggestedEmployer[];
  readonly total: number;
  readonly activeSiret: string | null;
  readonly explainedSiret: string | null;
  readonly onActivate: (siret: string) => void;
  readonly onToggle: (siret: string) => void;
  readonly onNearEnd: () => void;
  readonly renderDetail: (employer: SuggestedEmployer) => ReactNode;
  readonly ref: Ref<DataTableHandle>;
}

const siretOf = ({ siret }: SuggestedEmployer): string => siret;

function EmployerName({ employer }: { readonly employer: SuggestedEmployer }) {
  const { t, i18n } = useTranslation();
  const { name, communeName, headcountBand, otherSites } = employer;
  const where = [communeName, headcountText(t, headcountBand, i18n.language)];
  if (otherSites > 0)
    where.push(t('employers.otherSites', { count: otherSites, n: numberText(otherSites, i18n.language) }));
  return (
    <>
      <div className="employer-name">{name}</div>
      <div className="employer-where">{where.join(', ')}</div>
    </>
  );
}

export function EmployersTable({ ref, ...props }: EmployersTableProps) {
  const { t, i18n } = useTranslation();
  const { group, rows, total } = props;
  const bandMax = useMemo(() => niceMax(Math.max(1, ...rows.map(({ potential }) => potential.high ?? 0))), [rows]);
  const columns = useMemo<readonly DataColumn<SuggestedEmployer>[]>(
    () => [
      {
        id: 'employer',
        header: t(`employers.columns.employer.${group}`),
        track: 'minmax(210px, 2.2fr)',
        cell: (employer) => <EmployerName employer={employer} />,
      },
      {
        id: 'sector',
        header: t('employers.columns.sector'),
        track: 'minmax(120px, 1.5fr)',
        cell: ({ sectorLabel, naf }) => sectorLabel ?? naf,
      },
      {
        id: 'distance',
        header: t('employers.columns.distance'),
        track: '84px',
        align: 'end',
        cell: ({ distanceKm, positionBasis }) =>
          positionBasis === 'commune' ? (
            <span className="quiet">{t('employers.unlocated')}</span>
          ) : (
            distanceText(distanceKm, i18n.language)
          ),
      },
      {
        id: 'potential',
        header: t('employers.columns.potential'),
        track: 'minmax(190px, 1fr)',
        cell: ({ potential }) => <PotentialWord potential={potential} max={bandMax} />,
      },
      {
        id: 'contact',
        header: t('employers.columns.contact'),
        track: 'minmax(112px, 0.8fr)',
        cell: ({ contact }) => t(`contact.${contact.mode}`),
      },
    ],
    [t, i18n.language, bandMax, group],
  );
  const shown = { shown: numberText(rows.length, i18n.language), total: numberText(total, i18n.language) };
  return (
    <DataTable
      ref={ref}
      label={props.label}
      columns={columns}
      rows={rows}
      rowKey={siretOf}
      total={total}
      activeKey={props.activeSiret}
      onActivate={props.onActivate}
      expandedKey={props.explainedSiret}
      onToggle={props.onToggle}
      renderDetail={props.renderDetail}
      onNearEnd={props.onNearEnd}
      foot={
        rows.length < total
          ? t(`employers.loadedSoFar.${group}`, shown)
          : t(`employers.allShown.${group}`, { count: total, n: shown.total })
      }
    />
  );
}
