import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Presence } from '../../../shared/domain/appointment/appointment.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

type Said = Pick<Appointment, 'id' | 'caseId' | 'revision'>;

/** Says whether somebody came, or by whom a meeting was called off; what was done is told, with the operation to undo. */
export function useSetPresence(onDone: (caseId: string, opId: string, text: string) => void) {
  const { t } = useTranslation();
  return useCallback(
    async ({ id: appointmentId, caseId, revision: baseRevision }: Said, presence: Presence): Promise<void> => {
      try {
        const { opId } = await commit('appointment.setPresence', { caseId, appointmentId, presence, baseRevision });
        onDone(caseId, opId, t('agenda.said', { presence: t(`appointment.presences.${presence}`) }));
      } catch (error) {
        showToast(t(`errors.${asApiError(error).code}`));
      }
    },
    [onDone, t],
  );
}
