import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { agendaOf } from '../../features/appointment/agenda.queries.ts';
import { StaleLine } from '../../features/case-file/stale-line.tsx';
import { type Person, toPeople } from '../../features/portfolio/people.ts';
import { portfolio } from '../../features/portfolio/portfolio.queries.ts';
import type { DayView } from '../../platform/location.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TableSkeleton } from '../employers/table-skeleton.tsx';
import { periodOf } from './agenda-period.ts';
import { Agenda } from './agenda.tsx';
import './day.css';
import { toMeetings } from './meetings.ts';
import { ToDoPanel } from './to-do.tsx';

/** The day of an advisor: whom they meet, and what there is to do besides. */
export function DayScreen({ view }: { readonly view: DayView | null }) {
  const { t } = useTranslation();
  const today = useToday();
  const shown = view ?? { day: today, span: 'day', activeId: null };
  const { from, to } = periodOf(shown);
  const people = useQuery(portfolio);
  const agenda = useQuery(agendaOf(from, to));
  const everyone = useMemo(() => (people.data === undefined ? null : toPeople(people.data)), [people.data]);
  const meetings = useMemo(
    () => (everyone === null || agenda.data === undefined ? null : toMeetings(agenda.data, everyone, localZone())),
    [everyone, agenda.data],
  );
  const error = people.error ?? agenda.error;
  const retry = (): void => void Promise.all([people.refetch(), agenda.refetch()]);
  if (error !== null && meetings === null) {
    return (
      <div className="page">
        <ErrorState error={error} onRetry={retry} />
      </div>
    );
  }
  if (everyone === null) {
    return (
      <div className="page" aria-busy="true">
        <PageHeader title={t('day.title')} />
        <TableSkeleton />
      </div>
    );
  }
  return (
    <>
      <StaleLine error={error} onRetry={retry} />
      <div className="page day-page">
        <Agenda
          view={shown}
          today={today}
          meetings={meetings}
          hasFiles={everyone.length > 0}
          nextAt={nextOf(everyone)}
        />
        {everyone.length === 0 ? null : <ToDoPanel people={everyone} today={today} />}
      </div>
    </>
  );
}

function nextOf(people: readonly Person[]): number | null {
  const times = people.map(({ row }) => row.nextAppointmentAt).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
