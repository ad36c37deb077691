import { useQuery } from '@tanstack/react-query';
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
  const { data: appointments = [] } = useQuery(callQuery('appointment.list', { caseId }));
  const zone = localZone();
  const now = useNow();
  const ofToday = appointments.filter(({ startsAt }) => localDateAt(startsAt, zone) === today());
  if (ofToday.some(({ presence }) => presence === 'held')) return null;
  const expected = ofToday.findLast((each) => each.presence === 'planned' && canBeSaid('held', each, now));
  const send = async (asked: Promise<{ readonly opId: string }>, text: string): Promise<void> => {
    try {
      onDone((await asked).opId, text);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  const hold = ({ id: appointmentId, revision: baseRevision }: Appointment): void => {
    const command = { caseId, appointmentId, baseRevision, presence: 'held' } as const;
    void send(
      commit('appointment.setPresence', command),
      t('agenda.said', { presence: t('appointment.presences.held') }),
    );
  };
  const begin = (): void => {
    const how = { caseId, minutes: UNPLANNED_MINUTES, modality: 'on-site', purpose: '' } as const;
    void send(commit('appointment.begin', how), t('agenda.begun'));
  };
  if (expected === undefined) return { label: t('agenda.here'), run: begin };
  const hour = hourText(expected.startsAt, zone, i18n.language);
  return { label: t('agenda.hereFor', { hour }), run: () => hold(expected) };
}
