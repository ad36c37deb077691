import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { useDoneInFile } from '../../features/case-file/done-in-file.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { forgetWhereabouts } from '../../platform/location.ts';
import { showToast } from '../../ui/toast.tsx';

/** Ends standing in before its day: its advisor goes on alone; whoever stood in leaves the file. */
export function useTakeBack({ id: caseId, holding, advisorName }: CaseFile): () => void {
  const { t } = useTranslation();
  const client = useQueryClient();
  const done = useDoneInFile(caseId);
  const isRunning = useRef(false);
  const run = async (): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      const { opId } = await commit('handOver.takeBack', { caseId });
      if (holding === 'stand-in') {
        forgetWhereabouts({ screen: 'day' });
        await client.invalidateQueries();
      }
      done(opId, t(holding === 'stand-in' ? 'handOver.givenBack' : 'handOver.takenBack', { name: advisorName }));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    } finally {
      isRunning.current = false;
    }
  };
  return () => void run();
}
