import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface OwnEmployerDialogProps {
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** A company that the advisor or the person knows: it stands in the list beside those of the data (R2). */
export function OwnEmployerDialog({ caseId, isOpen, onClose, onDone }: OwnEmployerDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('decision.own.title')} isOpen={isOpen} onClose={onClose} focus="content">
      <OwnEmployerForm caseId={caseId} onClose={onClose} onDone={onDone} />
    </Dialog>
  );
}

const BLANK = { name: '', communeName: '', approach: '' };

function OwnEmployerForm({ caseId, onClose, onDone }: Omit<OwnEmployerDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(BLANK);
  const [problem, setProblem] = useState<string | null>(null);
  const field = (name: keyof typeof BLANK) => ({
    value: typed[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = typed.name.trim();
    if (name === '') {
      setProblem(t('decision.own.nameMissing'));
      return;
    }
    try {
      const { opId } = await commit('decision.addOwn', { caseId, ...typed, name });
      onClose();
      onDone(opId, t('decision.own.added', { name }));
    } catch (error) {
      setProblem(t(`errors.${asApiError(error).code}`));
    }
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField label={t('decision.own.name')} maxLength={120} data-autofocus error={problem} {...field('name')} />
      <TextField label={t('decision.own.commune')} maxLength={80} {...field('communeName')} />
      <TextField
        label={t('decision.own.approach')}
        hint={t('decision.own.approachHint')}
        maxLength={160}
        {...field('approach')}
      />
      <div className="form-actions">
        <Button kind="primary" type="submit">
          {t('decision.own.add')}
        </Button>
      </div>
    </form>
  );
}
