import { type MouseEvent, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf } from '../../../shared/domain/appointment/agenda.rules.ts';
import type { Presence } from '../../../shared/domain/appointment/appointment.schema.ts';
import { PresenceMenu } from '../../features/appointment/presence-menu.tsx';
import { apartText, surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { StandsInFor } from '../../features/portfolio/stands-in-for.tsx';
import { hourText, nearDayText } from '../../i18n/dates.ts';
import { localZone, useToday } from '../../platform/today.ts';
import type { DataColumn } from '../../ui/data-column.ts';
import type { Meeting } from './meetings.ts';

interface MeetingColumnsAsked {
  readonly isDayShown: boolean;
  readonly now: number;
  readonly onOpen: (meeting: Meeting) => void;
  readonly onSay: (meeting: Meeting, presence: Presence) => void;
  readonly onMove: (meeting: Meeting) => void;
}

/** What each column says of a meeting. */
export function useMeetingColumns(asked: MeetingColumnsAsked): readonly DataColumn<Meeting>[] {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const today = useToday();
  const { isDayShown, now, onOpen, onSay, onMove } = asked;
  return useMemo(() => {
    const zone = localZone();
    const hours = ({ startsAt, minutes }: Meeting['appointment']): string =>
      t('agenda.hours', {
        from: hourText(startsAt, zone, language),
        to: hourText(endOf({ startsAt, minutes }), zone, language),
      });
    const nameOf = ({ person }: Meeting): string => surelyNamed(t, person.name, apartText(t, person, language));
    const when = (meeting: Meeting): ReactNode => (
      <>
        {isDayShown ? <div className="meeting-day">{nearDayText(meeting.day, today, language)}</div> : null}
        <span className="nowrap">{hours(meeting.appointment)}</span>
        {meeting.isInConflict ? <div className="meeting-conflict">{t('agenda.conflict')}</div> : null}
      </>
    );
    const person = (meeting: Meeting): ReactNode => (
      <>
        <button
          type="button"
          className="person-name"
          tabIndex={-1}
          onClick={(event: MouseEvent) => {
            event.stopPropagation();
            onOpen(meeting);
          }}
        >
          {nameOf(meeting)}
        </button>
        {meeting.person.row.project === null ? null : <div className="quiet small">{meeting.person.row.project}</div>}
        <StandsInFor row={meeting.person.row} />
      </>
    );
    // Its purpose; what kind it is where that says more, as most are follow-ups.
    const what = ({ appointment: { kind, purpose } }: Meeting): ReactNode => {
      const kindText = kind === null ? '' : t(`appointment.kinds.${kind}`);
      if (purpose === '') return kindText;
      const isSaid = kind === 'follow-up' || kindText.toLowerCase() === purpose.toLowerCase();
      return (
        <>
          <div>{purpose}</div>
          {isSaid ? null : <div className="quiet small">{kindText}</div>}
        </>
      );
    };
    const presence = (meeting: Meeting): ReactNode => (
      <PresenceMenu
        appointment={meeting.appointment}
        of={t('agenda.of', { name: nameOf(meeting), hours: hours(meeting.appointment) })}
        now={now}
        onSay={(said) => onSay(meeting, said)}
        onMove={() => onMove(meeting)}
      />
    );
    const column = (
      id: 'when' | 'person' | 'modality' | 'what' | 'presence',
      track: string,
      cell: DataColumn<Meeting>['cell'],
    ): DataColumn<Meeting> => ({ id, header: t(`agenda.columns.${id}`), track, cell });
    return [
      column('when', '128px', when),
      column('person', 'minmax(150px, 1.3fr)', person),
      column('modality', 'minmax(92px, 0.7fr)', ({ appointment }) =>
        t(`appointment.modalities.${appointment.modality}`),
      ),
      column('what', 'minmax(110px, 1.2fr)', what),
      column('presence', 'minmax(128px, 0.9fr)', presence),
    ];
  }, [t, language, today, isDayShown, now, onOpen, onSay, onMove]);
}
