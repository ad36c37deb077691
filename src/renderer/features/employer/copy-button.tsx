import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/clipboard.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** What is said once copied. */
  readonly done: string;
}

export function CopyButton({ text, label, done }: CopyButtonProps) {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    showToast((await copyText(text)) ? done : t('ui.copyFailed'));
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      {label}
    </Button>
  );
}
