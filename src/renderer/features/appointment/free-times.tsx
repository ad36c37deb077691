import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeTimes, overlapping } from '../../../shared/domain/appointment/agenda.rules.ts';
import { addDays, localDateAt, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { appointmentText, hourText } from '../../i18n/dates.ts';
import { localZone, today } from '../../platform/today.ts';
import { Pill } from '../../ui/pill.tsx';
import { agendaOf } from './agenda.queries.ts';

interface FreeTimesProps {
  /** Moved, a meeting does not stand in its own way. */
  readonly movedId: string | null;
  /** The day that is filled in, and what it makes with the hour; null where they make nothing. */
  readonly day: string;
  readonly startsAt: number | null;
  readonly minutes: number;
  readonly onChoose: (instant: number) => void;
}

const PROPOSED = 3;
const AHEAD_DAYS = 31;

/** When there is time, from the day aimed at; and a word where the hour that is chosen is taken. */
export function FreeTimes({ movedId, day, startsAt, minutes, onChoose }: FreeTimesProps) {
  const { t, i18n } = useTranslation();
  const zone = localZone();
  // Of the day first aimed at: choosing one of them does not change the others.
  const [aimedAt] = useState(day as LocalDate);
  const [now] = useState(() => Date.now());
  const around = useQuery(agendaOf(aimedAt, addDays(aimedAt, AHEAD_DAYS))).data;
  const chosenDay = startsAt === null ? null : localDateAt(startsAt, zone);
  const ofDay = useQuery({ ...agendaOf(chosenDay ?? aimedAt), enabled: chosenDay !== null }).data ?? [];
  const [taken] = startsAt === null ? [] : overlapping({ id: movedId, startsAt, minutes }, ofDay);
  const others = around?.filter(({ id }) => id !== movedId);
  const proposed =
    others === undefined ? [] : freeTimes({ around: aimedAt, minutes, timeZone: zone, now }, others, PROPOSED);
  return (
    <div className="free-times">
      <div className="pills" role="group" aria-label={t('agenda.free')}>
        {proposed.map((instant) => (
          <Pill
            key={instant}
            isActive={instant === startsAt}
            aria-pressed={instant === startsAt}
            onClick={() => onChoose(instant)}
          >
            {proposalText(instant)}
          </Pill>
        ))}
      </div>
      {/* The hour alone: whoever sits beside is not told whose it is. */}
      <p className="field-hint" role="status">
        {taken === undefined ? '' : t('agenda.taken', { hour: hourText(taken.startsAt, zone, i18n.language) })}
      </p>
    </div>
  );

  function proposalText(instant: number): string {
    const text = appointmentText(instant, today(), zone, i18n.language);
    const hour = hourText(instant, zone, i18n.language);
    return text.endsWith(hour) ? text : `${text}, ${hour}`;
  }
}
