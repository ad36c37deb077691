import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../../platform/api.ts';
import { commit } from '../../../platform/commit.ts';
import { showToast } from '../../../ui/toast.tsx';

interface ComputingSwitchProps {
  readonly file: CaseFile;
  readonly onDone: (opId: string, text: string) => void;
}

/** The person may say no to computing (R11): one switch, for this file, at any time. */
export function ComputingSwitch({ file, onDone }: ComputingSwitchProps) {
  const { t } = useTranslation();
  const { id: caseId, isComputingOff, revision: baseRevision } = file;
  const toggle = async (): Promise<void> => {
    const isOff = !isComputingOff;
    try {
      const { opId } = await commit('caseFile.setComputing', { caseId, isOff, baseRevision });
      onDone(opId, t(isOff ? 'caseFile.employers.nowOff' : 'caseFile.employers.nowOn'));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <button type="button" className="switch" role="switch" aria-checked={isComputingOff} onClick={() => void toggle()}>
      <span className="switch-track" aria-hidden="true" />
      {t('caseFile.computingOff')}
    </button>
  );
}
