import { useTranslation } from 'react-i18next';
import { useExportAgenda } from '../../features/appointment/agenda.queries.ts';
import { numberText } from '../../i18n/formats.ts';
import { asApiError } from '../../platform/api.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Period } from './agenda-period.ts';

/** The meetings that are shown, as a file for another calendar; said once it is saved. */
export function useAgendaExport(period: Period): () => void {
  const { t, i18n } = useTranslation();
  const { mutate, isPending } = useExportAgenda();
  return () => {
    if (isPending) return;
    mutate(period, {
      onSuccess: ({ isSaved, count }) => {
        if (isSaved) showToast(t('agenda.exported', { count, n: numberText(count, i18n.language) }));
      },
      onError: (error) => showToast(t(`errors.${asApiError(error).code}`)),
    });
  };
}
