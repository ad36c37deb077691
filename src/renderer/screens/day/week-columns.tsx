import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takesItsHour } from '../../../shared/domain/appointment/agenda.rules.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { dayOffOf } from '../../../shared/kernel/working-day.ts';
import { apartText, surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { hourText, weekDayText } from '../../i18n/dates.ts';
import { localZone } from '../../platform/today.ts';
import type { DataTableHandle } from '../../ui/data-table.tsx';
import type { Meeting } from './meetings.ts';
import { weekStep } from './week-steps.ts';

interface WeekColumnsProps {
  readonly monday: LocalDate;
  readonly today: LocalDate;
  readonly meetings: readonly Meeting[];
  readonly activeId: string | null;
  readonly onOpenDay: (day: LocalDate) => void;
  readonly onOpen: (meeting: Meeting) => void;
  readonly ref: Ref<DataTableHandle>;
}

const WEEK = 7;

/** The week, a column a day; a day on which the agency is closed is there when somebody is expected all the same. */
export function WeekColumns({ monday, today, meetings, activeId, onOpenDay, onOpen, ref }: WeekColumnsProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const zone = localZone();
  const days = Array.from({ length: WEEK }, (_, index) => addDays(monday, index));
  const ofDay = (day: LocalDate): readonly Meeting[] => meetings.filter((meeting) => meeting.day === day);
  const shown = days.filter((day) => {
    const off = dayOffOf(day);
    return off === null || off === 'holiday' || ofDay(day).length > 0;
  });
  const box = useRef<HTMLDivElement>(null);
  const focusOn = (id: string | null): boolean => {
    const found = id === null ? null : box.current?.querySelector<HTMLElement>(`[data-meeting="${id}"]`);
    found?.focus();
    return found !== null && found !== undefined;
  };
  // Led into and walked as a table is.
  useImperativeHandle(ref, () => ({
    focusRow: (key) => {
      if (!focusOn(key ?? activeId)) focusOn(meetings[0]?.appointment.id ?? null);
    },
    focusedKey: focusedMeeting,
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = focusedMeeting();
    if (from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const columns = shown.map((day) => ofDay(day).map(({ appointment }) => appointment.id));
    if (focusOn(weekStep(columns, from, event.key))) event.preventDefault();
  };
  return (
    <div ref={box} className="week" role="list" aria-label={t('agenda.week')} onKeyDown={onKeyDown}>
      {shown.map((day) => (
        <section key={day} className="week-day" role="listitem" data-today={day === today || undefined}>
          <h2>
            <button type="button" className="text-button" onClick={() => onOpenDay(day)}>
              {weekDayText(day, language)}
            </button>
          </h2>
          {dayOffOf(day) === 'holiday' ? <p className="quiet">{t('agenda.holiday')}</p> : null}
          <ul>
            {ofDay(day).map((meeting) => (
              <li key={meeting.appointment.id} data-gone={!takesItsHour(meeting.appointment) || undefined}>
                <button
                  type="button"
                  className="week-meeting"
                  data-meeting={meeting.appointment.id}
                  onClick={() => onOpen(meeting)}
                >
                  <span className="week-hour">{hourText(meeting.appointment.startsAt, zone, language)}</span>
                  <strong>{surelyNamed(t, meeting.person.name, apartText(t, meeting.person, language))}</strong>
                  <span className="quiet small">{detailOf(meeting)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );

  function detailOf({ appointment: { modality, presence }, isInConflict }: Meeting): string {
    return [
      t(`appointment.modalities.${modality}`),
      presence === 'planned' ? '' : t(`appointment.presences.${presence}`),
      isInConflict ? t('agenda.conflict') : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
  }
}

function focusedMeeting(): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? (activeElement.dataset['meeting'] ?? null) : null;
}
