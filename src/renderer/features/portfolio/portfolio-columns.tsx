import type { TFunction } from 'i18next';
import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioColumn } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { PORTFOLIO_COLUMNS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { appointmentText, shortDayText, sinceText } from '../../i18n/dates.ts';
import { dayText } from '../../i18n/formats.ts';
import { isOver, localZone } from '../../platform/today.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import { DueCell } from './due-cell.tsx';
import type { Person } from './people.ts';
import { maySort } from './people-order.ts';
import { closingText, leadsText, overdueDetail, overdueReason, placeText } from './portfolio-words.ts';
import type { PortfolioRow } from './portfolio.queries.ts';
import { StandsInFor } from './stands-in-for.tsx';

interface Shape {
  /** Pixels at least, and the share of the room that is left. */
  readonly minPx: number;
  readonly share: number;
  readonly align?: 'end';
}

/** The usual ones fit in 860 pixels, under which a table becomes cards. */
const SHAPES: Readonly<Record<PortfolioColumn, Shape>> = {
  person: { minPx: 108, share: 1.25 },
  project: { minPx: 100, share: 1.35 },
  place: { minPx: 84, share: 1.1 },
  modality: { minPx: 84, share: 0.7 },
  lastContact: { minPx: 90, share: 0.85 },
  nextAppointment: { minPx: 98, share: 0.9 },
  plan: { minPx: 34, share: 0, align: 'end' },
  due: { minPx: 132, share: 2.2 },
  tags: { minPx: 120, share: 1.2 },
  since: { minPx: 110, share: 0.8 },
  leads: { minPx: 82, share: 0.8 },
};

interface PortfolioColumnsAsked {
  readonly today: string;
  readonly onOpen: (id: string) => void;
  /** In words after a name: tags are of another noun. */
  readonly tags: (tagIds: readonly string[]) => ReactNode;
  /** Everybody here is to be contacted again: why is written under each day. */
  readonly isReasonShown: boolean;
}

/** What each column says of a person. */
export function usePortfolioColumns(asked: PortfolioColumnsAsked): readonly DataColumn<Person>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { today, onOpen, tags, isReasonShown } = asked;
  return useMemo(() => {
    const zone = localZone();
    const cells: Readonly<Record<PortfolioColumn, (person: Person) => ReactNode>> = {
      person: (person) => <PersonCell t={t} language={language} person={person} onOpen={onOpen} />,
      project: ({ row }) => row.project ?? <span className="quiet">{t('portfolio.noProject')}</span>,
      place: ({ row }) => placeText(t, row),
      modality: ({ row }) => (row.supportMode === null ? '' : t(`support.${row.supportMode}`)),
      lastContact: ({ row }) => <LastContact {...{ t, language, row, today, isReasonShown }} />,
      nextAppointment: ({ row }) => {
        const startsAt = row.nextAppointmentAt;
        if (startsAt !== null) {
          const when = appointmentText(startsAt, today, zone, language);
          return isOver(startsAt) ? t('appointment.over', { when }) : when;
        }
        return closingText(t, row, language) ?? <span className="quiet">{t('portfolio.toPropose')}</span>;
      },
      plan: ({ row }) => (row.openActions === 0 ? '' : row.openActions),
      due: ({ row }) => <DueCell t={t} language={language} row={row} today={today} />,
      tags: ({ row }) => tags(row.tagIds),
      since: ({ row }) => shortDayText(row.createdOn, today, language),
      leads: ({ row }) => leadsText(t, row, language),
    };
    return PORTFOLIO_COLUMNS.map((id) => {
      const { minPx, share, align = 'start' } = SHAPES[id];
      return {
        id,
        header: t(`portfolio.columns.${id}`),
        minPx,
        track: share === 0 ? `${minPx}px` : `minmax(${minPx}px, ${share}fr)`,
        align,
        isSortable: maySort(id),
        cell: cells[id],
      };
    });
  }, [t, language, today, onOpen, tags, isReasonShown]);
}

interface LastContactProps {
  readonly t: TFunction;
  readonly language: string;
  readonly row: PortfolioRow;
  readonly today: string;
  readonly isReasonShown: boolean;
}

/** When the two people last exchanged; beyond the rhythm of the support, in red with its reason, which is ours. */
function LastContact({ t, language, row, today, isReasonShown }: LastContactProps) {
  const text = row.lastContactOn === null ? t('portfolio.noContact') : sinceText(row.lastContactOn, today, language);
  if (row.overdueDays === null) return text;
  const reason = overdueReason(t, row, today, language);
  return (
    <div className="overdue-cell">
      <span className="overdue" aria-hidden="true">
        {text}
      </span>
      <span className="visually-hidden">{t('portfolio.overdueRead', { reason })}</span>
      {isReasonShown ? (
        <div className="quiet small" aria-hidden="true">
          {overdueDetail(t, row, today, language)}
        </div>
      ) : (
        <span className="cell-tip" aria-hidden="true">
          {reason}
        </span>
      )}
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
      <StandsInFor row={person.row} />
    </>
  );
}
