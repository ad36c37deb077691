import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../../../../shared/domain/case-file/case-file.schema.ts';
import { useComputing } from '../use-computing.ts';

interface ComputingSwitchProps {
  readonly file: CaseFile;
  readonly onDone: (opId: string, text: string) => void;
}

/** The person may say no to computing (R11): one switch, for this file, at any time. */
export function ComputingSwitch({ file, onDone }: ComputingSwitchProps) {
  const { t } = useTranslation();
  const toggle = useComputing(file, onDone);
  return (
    <button type="button" className="switch" role="switch" aria-checked={file.isComputingOff} onClick={toggle}>
      <span className="switch-track" aria-hidden="true" />
      {t('caseFile.computingOff')}
    </button>
  );
}
