import type { TFunction } from 'i18next';
import { type MouseEvent, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentText, sinceText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { localZone } from '../../platform/today.ts';
import type { DataSorting } from '../../ui/data-sorting.ts';
import { type DataColumn, DataTable, type DataTableHandle } from '../../ui/data-table.tsx';
import { DueCell } from './due-cell.tsx';
import type { Person } from './people.ts';
import './portfolio.css';
import { leadsText, placeText } from './portfolio-words.ts';

interface PortfolioTableProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly today: string;
  readonly activeId: string | null;
  readonly sorting: DataSorting | null;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onSort: (sorting: DataSorting) => void;
  readonly foot: string;
  readonly ref: Ref<DataTableHandle>;
}

/** Most rows are of one line. */
const ROW_PX = 42;

const idOf = ({ row }: Person): string => row.id;

/**
 * Only names, places and dates sort (`sortedPeople` puts them in order): what counts the steps of a search (the plan, the companies retained) puts nobody
 * before anybody.
 */
function useColumns(today: string, onOpen: (id: string) => void): readonly DataColumn<Person>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const zone = localZone();
    return [
      {
        id: 'person',
        header: t('portfolio.columns.person'),
        track: 'minmax(130px, 1.3fr)',
        isSortable: true,
        cell: (person) => <PersonCell t={t} language={language} person={person} onOpen={onOpen} />,
      },
      {
        id: 'project',
        header: t('portfolio.columns.project'),
        track: 'minmax(124px, 1.4fr)',
        isSortable: true,
        cell: ({ row }) => row.project ?? <span className="quiet">{t('portfolio.noProject')}</span>,
      },
      {
        id: 'place',
        header: t('portfolio.columns.place'),
        track: 'minmax(116px, 1.1fr)',
        isSortable: true,
        cell: ({ row }) => placeText(t, row),
      },
      {
        id: 'lastContact',
        header: t('portfolio.columns.lastContact'),
        track: 'minmax(110px, 0.7fr)',
        isSortable: true,
        cell: ({ row }) => {
          const text =
            row.lastContactOn === null ? t('portfolio.noContact') : sinceText(row.lastContactOn, today, language);
          if (row.overdueDays === null) return text;
          return (
            <span className="overdue">
              {text}
              <span className="visually-hidden">, {t('portfolio.filters.overdue')}</span>
            </span>
          );
        },
      },
      {
        id: 'nextAppointment',
        header: t('portfolio.columns.nextAppointment'),
        track: 'minmax(146px, 1fr)',
        isSortable: true,
        cell: ({ row }) => {
          if (row.nextAppointmentAt !== null) return appointmentText(row.nextAppointmentAt, today, zone, language);
          if (row.closedOn !== null) return t('portfolio.closedOn', { day: dayText(row.closedOn, language) });
          return <span className="quiet">{t('portfolio.toPropose')}</span>;
        },
      },
      {
        id: 'plan',
        header: t('portfolio.columns.plan'),
        track: '38px',
        align: 'end',
        cell: ({ row }) => (row.openActions === 0 ? '' : row.openActions),
      },
      {
        id: 'due',
        header: t('portfolio.columns.due'),
        track: 'minmax(150px, 1.6fr)',
        isSortable: true,
        cell: ({ row }) => <DueCell t={t} language={language} row={row} today={today} />,
      },
      {
        id: 'leads',
        header: t('portfolio.columns.leads'),
        track: 'minmax(88px, 0.7fr)',
        cell: ({ row }) => leadsText(t, row, language),
      },
    ];
  }, [t, language, today, onOpen]);
}

export function PortfolioTable({ people, today, onOpen, ref, ...table }: PortfolioTableProps) {
  const columns = useColumns(today, onOpen);
  return (
    <div className="portfolio-table">
      <DataTable
        ref={ref}
        label={table.label}
        columns={columns}
        rows={people}
        rowKey={idOf}
        total={people.length}
        activeKey={table.activeId}
        onActivate={table.onActivate}
        onOpen={onOpen}
        sorting={table.sorting}
        onSort={table.onSort}
        rowPx={ROW_PX}
        foot={table.foot}
      />
    </div>
  );
}

interface PersonCellProps {
  readonly t: TFunction;
  readonly language: string;
  readonly person: Person;
  readonly onOpen: (id: string) => void;
}

/** The name leads to the file, for the mouse; the keyboard has Enter on the row. */
function PersonCell({ t, language, person, onOpen }: PersonCellProps) {
  const { id, birthDate } = person.row;
  const open = (event: MouseEvent): void => {
    // The row under it would be chosen after the file is open.
    event.stopPropagation();
    onOpen(id);
  };
  return (
    <>
      <button type="button" className="person-name" tabIndex={-1} onClick={open}>
        {person.name}
      </button>
      {person.isHomonym ? (
        <div className="quiet small">
          {birthDate === null
            ? t('portfolio.birthDateUnknown')
            : t('portfolio.birthDate', { day: dayText(birthDate, language) })}
        </div>
      ) : null}
    </>
  );
}
