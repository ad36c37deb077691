import { memo, type ReactNode, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerGroup } from '../../../shared/domain/employer/employer.schema.ts';
import type { ListedEmployer } from '../../../shared/domain/suggestion/listed.schema.ts';
import { distanceText, numberText } from '../../i18n/formats.ts';
import { headcountText } from '../../i18n/words.ts';
import { type DataColumn, DataTable, type DataTableHandle } from '../../ui/data-table.tsx';
import { niceMax } from './contribution.ts';
import { type EmployerLine, potentialOf } from './employer-line.ts';
import './employers-table.css';
import { PotentialWord } from './potential-word.tsx';

interface EmployersTableProps<E extends ListedEmployer> {
  readonly label: string;
  readonly group: EmployerGroup;
  readonly rows: readonly EmployerLine<E>[];
  readonly total: number;
  readonly activeKey: string | null;
  readonly explainedKey: string | null;
  readonly onActivate: (key: string) => void;
  readonly onToggle: (key: string) => void;
  /** The pointer is on it, here or on the map. */
  readonly pointedKey?: string | null;
  readonly onPoint?: (key: string | null) => void;
  readonly onNearEnd: () => void;
  readonly renderDetail: (line: EmployerLine<E>) => ReactNode;
  readonly ref: Ref<DataTableHandle>;
  /** False where the person said no to computing: the column of the estimate is not there. */
  readonly isComputed?: boolean;
  /** What brought a row that the search did not have at first; the same function as long as it says the same. */
  readonly markOf?: ((employer: E) => string | null) | undefined;
  /** What can be done with a row, at its end. */
  readonly lastColumn?: DataColumn<EmployerLine<E>> | undefined;
}

const keyOf = ({ key }: EmployerLine): string => key;

function EmployerName({ line, mark }: { readonly line: EmployerLine; readonly mark: string | null }) {
  const { t, i18n } = useTranslation();
  if (line.kind === 'own') {
    return (
      <>
        <div className="employer-name">{line.name}</div>
        <div className="employer-where">{line.where}</div>
      </>
    );
  }
  const { name, communeName, headcountBand, otherSites } = line.employer;
  const where = [communeName, headcountText(t, headcountBand, i18n.language)];
  if (otherSites > 0)
    where.push(t('employers.otherSites', { count: otherSites, n: numberText(otherSites, i18n.language) }));
  return (
    <>
      <div className="employer-name">{name}</div>
      <div className="employer-where">{where.join(', ')}</div>
      {mark === null ? null : <div className="employer-mark">{mark}</div>}
    </>
  );
}

function useColumns<E extends ListedEmployer>(props: EmployersTableProps<E>): readonly DataColumn<EmployerLine<E>>[] {
  const { t, i18n } = useTranslation();
  const { group, rows, isComputed = true, markOf, lastColumn } = props;
  const bandMax = useMemo(
    () => niceMax(Math.max(1, ...rows.map((line) => (line.kind === 'found' ? (potentialOf(line)?.high ?? 0) : 0)))),
    [rows],
  );
  const hasLast = lastColumn !== undefined;
  return useMemo(() => {
    const columns: DataColumn<EmployerLine<E>>[] = [
      {
        id: 'employer',
        header: t(`employers.columns.employer.${group}`),
        track: hasLast ? 'minmax(180px, 1.9fr)' : 'minmax(210px, 2.2fr)',
        cell: (line) => (
          <EmployerName line={line} mark={line.kind === 'found' ? (markOf?.(line.employer) ?? null) : null} />
        ),
      },
      {
        id: 'sector',
        header: t('employers.columns.sector'),
        track: hasLast ? 'minmax(130px, 1.7fr)' : 'minmax(120px, 1.5fr)',
        cell: (line) => (line.kind === 'own' ? null : (line.employer.sectorLabel ?? line.employer.naf)),
      },
      {
        id: 'distance',
        header: t('employers.columns.distance'),
        track: hasLast ? '72px' : '84px',
        align: 'end',
        cell: (line) => {
          if (line.kind === 'own') return null;
          const { positionBasis, distanceKm } = line.employer;
          if (positionBasis === 'commune') return <span className="quiet">{t('employers.unlocated')}</span>;
          return distanceText(distanceKm, i18n.language);
        },
      },
      {
        id: 'contact',
        header: t('employers.columns.contact'),
        track: hasLast ? 'minmax(120px, 1fr)' : 'minmax(112px, 0.8fr)',
        cell: (line) => (line.kind === 'own' ? line.approach : t(`contact.${line.employer.contact.mode}`)),
      },
    ];
    if (isComputed) columns.splice(3, 0, potentialColumn(t('employers.columns.potential'), bandMax));
    return lastColumn === undefined ? columns : [...columns, lastColumn];
  }, [t, i18n.language, bandMax, group, isComputed, markOf, hasLast, lastColumn]);
}

function potentialColumn<E extends ListedEmployer>(header: string, max: number): DataColumn<EmployerLine<E>> {
  return {
    id: 'potential',
    header,
    track: 'minmax(190px, 1fr)',
    cell: (line) => {
      const potential = line.kind === 'found' ? potentialOf(line) : null;
      return potential === null ? <NoPotential /> : <PotentialWord potential={potential} max={max} />;
    },
  };
}

function NoPotential() {
  const { t } = useTranslation();
  return <span className="quiet small">{t('potential.none')}</span>;
}

function EmployersTableOf<E extends ListedEmployer>(props: EmployersTableProps<E>) {
  const { t, i18n } = useTranslation();
  const { ref, group, rows, total } = props;
  const columns = useColumns(props);
  const found = rows.filter(({ kind }) => kind === 'found').length;
  const shown = { shown: numberText(found, i18n.language), total: numberText(total, i18n.language) };
  return (
    <DataTable
      ref={ref}
      label={props.label}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      // Rows added by hand, and those that keep their place, come on top of those of the data.
      total={Math.max(rows.length, total + rows.length - found)}
      activeKey={props.activeKey}
      onActivate={props.onActivate}
      expandedKey={props.explainedKey}
      onToggle={props.onToggle}
      renderDetail={props.renderDetail}
      pointedKey={props.pointedKey ?? null}
      {...(props.onPoint === undefined ? {} : { onPoint: props.onPoint })}
      onNearEnd={props.onNearEnd}
      foot={
        found < total
          ? t(`employers.loadedSoFar.${group}`, shown)
          : t(`employers.allShown.${group}`, { count: total, n: numberText(total, i18n.language) })
      }
    />
  );
}

/** Drawn again when another list comes, not while one is asked for. */
export const EmployersTable = memo(EmployersTableOf) as typeof EmployersTableOf;
