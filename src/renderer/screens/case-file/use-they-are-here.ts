import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { canBeSaid } from '../../../shared/domain/appointment/appointment.rules.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import { hourText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { callQuery } from '../../platform/query-client.ts';
import { localZone, today, useNow } from '../../platform/today.ts';
import { showToast } from '../../ui/toast.tsx';

/** How long a meeting without an entry in the agenda is taken to last: it is moved nowhere, and may be noted longer. */
const UNPLANNED_MINUTES = 20;

export interface TheyAreHere {
  readonly label: string;
  readonly run: () => void;
}

/**
 * The person is here: the meeting planned for now is held; without one, a meeting begins that has no entry in the agenda.
 * Null where today’s meeting is said to be held already.
 */
export function useTheyAreHere(caseId: string, onDone: (opId: string, text: string) => void): TheyAreHere | null {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const listed = callQuery('appointment.list', { caseId });
  const { data: known = [] } = useQuery(listed);
  const now = useNow();
  const { isHeld, expected } = meetingOfNow(known, now);
  if (isHeld) return null;

  const say = async (): Promise<void> => {
    try {
      // Asked before it was known whether they are expected: it is, before anything is written.
      const found = meetingOfNow(await client.query({ ...listed, staleTime: 'static' }), now);
      if (found.isHeld) return;
      if (found.expected === null) {
        const how = { caseId, minutes: UNPLANNED_MINUTES, modality: 'on-site', purpose: '' } as const;
        onDone((await commit('appointment.begin', how)).opId, t('agenda.begun'));
      } else {
        const { id: appointmentId, revision: baseRevision } = found.expected;
        const command = { caseId, appointmentId, baseRevision, presence: 'held' } as const;
        const { opId } = await commit('appointment.setPresence', command);
        onDone(opId, t('agenda.said', { presence: t('appointment.presences.held') }));
      }
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  const label =
    expected === null
      ? t('agenda.here')
      : t('agenda.hereFor', { hour: hourText(expected.startsAt, localZone(), i18n.language) });
  return { label, run: () => void say() };
}

/** Whether today’s meeting is held, and which one is expected by now. */
function meetingOfNow(
  appointments: readonly Appointment[],
  now: number,
): { readonly isHeld: boolean; readonly expected: Appointment | null } {
  const ofToday = appointments.filter(({ startsAt }) => localDateAt(startsAt, localZone()) === today());
  const expected = ofToday.findLast((each) => each.presence === 'planned' && canBeSaid('held', each, now));
  return { isHeld: ofToday.some(({ presence }) => presence === 'held'), expected: expected ?? null };
}
