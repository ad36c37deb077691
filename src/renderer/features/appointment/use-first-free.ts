import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { firstFreeOn } from '../../../shared/domain/appointment/agenda.rules.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { instantOfFields, timeOfDay } from '../../i18n/dates.ts';
import { localZone } from '../../platform/today.ts';
import { agendaOf } from './agenda.queries.ts';

const USUAL_HOUR = '09:00';

/** The hour that a day begins with where nobody said one: the first that is free, so that Enter alone takes nobody's. */
export function useFirstFree(day: string, minutes: number): string {
  const zone = localZone();
  const [now] = useState(() => Date.now());
  const isDay = instantOfFields(day, USUAL_HOUR, zone) !== null;
  const agenda = useQuery({ ...agendaOf(day as LocalDate), enabled: isDay }).data;
  if (!isDay || agenda === undefined) return USUAL_HOUR;
  const first = firstFreeOn({ around: day as LocalDate, minutes, timeZone: zone, now }, agenda);
  return first === null ? USUAL_HOUR : timeOfDay(first, zone);
}
