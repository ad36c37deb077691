import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateAt, type LocalDate, mondayOf } from '../../../shared/kernel/local-date.ts';
import { accessStatus } from '../../features/access/access.queries.ts';
import { AppointmentDialog } from '../../features/appointment/appointment-dialog.tsx';
import { useSetPresence } from '../../features/appointment/use-set-presence.ts';
import { TakeOverDialog } from '../../features/hand-over/take-over-dialog.tsx';
import { appointmentText, fullDayText } from '../../i18n/dates.ts';
import { numberText } from '../../i18n/formats.ts';
import { currentLocation, type DayView, go, refine } from '../../platform/location.ts';
import { localZone, useNow } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TableSkeleton } from '../employers/table-skeleton.tsx';
import { openMeeting } from '../meeting/meeting-memory.ts';
import { periodOf, stepped } from './agenda-period.ts';
import type { Meeting } from './meetings.ts';
import { useAgendaExport } from './use-agenda-export.ts';
import { useAgendaFocus } from './use-agenda-focus.ts';
import { useDayKeys } from './use-day-keys.ts';
import { useMeetingColumns } from './use-meeting-columns.tsx';
import { useUndoableDone } from './use-undoable-done.ts';
import { WeekColumns } from './week-columns.tsx';

interface AgendaProps {
  readonly view: DayView;
  readonly today: LocalDate;
  /** Null while they are asked for. */
  readonly meetings: readonly Meeting[] | null;
  readonly hasFiles: boolean;
  /** The first one to come, an instant; null where none is planned. */
  readonly nextAt: number | null;
}

const SPANS = ['day', 'week', 'list'] as const;
const ROW_PX = 56;

function look(view: DayView): void {
  if (currentLocation().screen === 'day') refine({ screen: 'day', view });
}

/** The meetings of a day, of a week or of the two weeks to come. */
export function Agenda({ view, today, meetings, hasFiles, nextAt }: AgendaProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const zone = localZone();
  const section = useRef<HTMLElement>(null);
  const table = useRef<DataTableHandle>(null);
  const [moved, setMoved] = useState<Meeting | null>(null);
  const [isTakingOver, setIsTakingOver] = useState(false);
  const accountId = useQuery(accessStatus).data?.session?.id ?? '';
  const now = useNow();
  const { done, undoLast } = useUndoableDone();
  const say = useSetPresence(done);
  const { day, span } = view;
  // The way back leads to its row.
  const open = useCallback(
    ({ appointment: { id, caseId } }: Meeting): void => {
      look({ day, span, activeId: id });
      go({ screen: 'caseFile', caseId, tab: 'summary' });
    },
    [day, span],
  );
  const columns = useMeetingColumns({
    isDayShown: span === 'list',
    now,
    onOpen: open,
    onSay: useCallback((meeting, presence) => void say(meeting.appointment, presence), [say]),
    onMove: setMoved,
  });
  const byId = (id: string | null): Meeting | null =>
    meetings?.find(({ appointment }) => appointment.id === id) ?? null;
  const lookAt = (change: Partial<DayView>): void => look({ ...view, activeId: null, ...change });
  const turn = (direction: -1 | 1): void => lookAt({ day: stepped(view, direction) });
  const save = useAgendaExport(periodOf(view));
  useDayKeys({
    table,
    turn,
    toToday: () => lookAt({ day: today }),
    takeOver: () => setIsTakingOver(true),
    undo: undoLast,
    save,
    move: (id) => {
      const meeting = byId(id);
      if (meeting?.appointment.presence === 'planned') setMoved(meeting);
    },
    begin: (id) => {
      const meeting = byId(id);
      if (meeting?.person.row.closedOn === null) openMeeting(meeting.appointment.caseId);
    },
  });
  useAgendaFocus({ section, table, view, meetings, now });
  const [isReturn] = useState(view.activeId !== null);
  const count = meetings?.length ?? 0;
  const subtitle =
    meetings === null
      ? undefined
      : [titleOf(), t('agenda.meetings', { count, n: numberText(count, language) })].join(', ');
  return (
    <section ref={section} className="agenda" aria-label={t('agenda.title')}>
      <PageHeader title={t('day.title')} subtitle={subtitle} takesFocus={!isReturn}>
        <div className="agenda-steps">
          <Button aria-label={t(`agenda.before.${span}`)} onClick={() => turn(-1)}>
            ←
          </Button>
          <Button onClick={() => lookAt({ day: today })} disabled={day === today}>
            {t('agenda.today')}
          </Button>
          <Button aria-label={t(`agenda.after.${span}`)} onClick={() => turn(1)}>
            →
          </Button>
        </div>
        <Segmented
          label={t('agenda.show')}
          choices={SPANS.map((value) => ({ value, label: t(`agenda.spans.${value}`) }))}
          chosen={span}
          onChoose={(next) => lookAt({ span: next })}
        />
      </PageHeader>
      {meetings === null ? <TableSkeleton /> : shown(meetings)}
      {count === 0 ? null : (
        <p className="agenda-export quiet small">
          <TextButton onClick={save}>{t('agenda.export')}</TextButton> {t('agenda.exportHint')}
        </p>
      )}
      <p className="quiet small">
        <TextButton onClick={() => setIsTakingOver(true)}>{t('handOver.takeOver.open')}</TextButton>{' '}
        {t('handOver.takeOver.hint')}
      </p>
      <TakeOverDialog accountId={accountId} isOpen={isTakingOver} onClose={() => setIsTakingOver(false)} />
      {moved === null ? null : (
        <AppointmentDialog
          caseId={moved.appointment.caseId}
          moved={moved.appointment}
          isOpen
          onClose={() => setMoved(null)}
          onDone={(opId, text) => done(moved.appointment.caseId, opId, text)}
        />
      )}
    </section>
  );

  function titleOf(): string {
    if (span === 'day') return fullDayText(day, language);
    if (span === 'week') return t('agenda.weekOf', { day: fullDayText(mondayOf(day), language) });
    return t('agenda.from', { day: fullDayText(day, language) });
  }

  function shown(all: readonly Meeting[]) {
    if (span === 'week') {
      return (
        <WeekColumns
          ref={table}
          activeId={view.activeId}
          monday={mondayOf(day)}
          today={today}
          meetings={all}
          onOpenDay={(chosen) => lookAt({ day: chosen, span: 'day' })}
          onOpen={open}
        />
      );
    }
    if (all.length === 0) {
      return (
        <EmptyState title={t(`agenda.empty.${span}`)} text={hasFiles ? t('agenda.emptyText') : t('agenda.noFiles')}>
          {nextAt === null ? null : (
            <Button onClick={() => lookAt({ day: localDateAt(nextAt, zone) })}>
              {t('agenda.next', { when: appointmentText(nextAt, today, zone, language) })}
            </Button>
          )}
        </EmptyState>
      );
    }
    return (
      <DataTable
        ref={table}
        label={t('agenda.title')}
        columns={columns}
        rows={all}
        rowKey={({ appointment }) => appointment.id}
        total={all.length}
        activeKey={view.activeId}
        onActivate={(activeId) => lookAt({ activeId })}
        onOpen={(id) => {
          const meeting = byId(id);
          if (meeting !== null) open(meeting);
        }}
        rowPx={ROW_PX}
      />
    );
  }
}
