import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

/** The person may say no to computing, and say yes again (R11): for this file, at any time. */
export function useComputing(
  { id: caseId, isComputingOff, revision: baseRevision }: CaseFile,
  onDone: (opId: string, text: string) => void,
): () => void {
  const { t } = useTranslation();
  const toggle = async (): Promise<void> => {
    const isOff = !isComputingOff;
    try {
      const { opId } = await commit('caseFile.setComputing', { caseId, isOff, baseRevision });
      onDone(opId, t(isOff ? 'caseFile.employers.nowOff' : 'caseFile.employers.nowOn'));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  return () => void toggle();
}
