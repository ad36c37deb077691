import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
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

type OwnEmployerInput = Omit<CallInput<'decision.addOwn'>, 'commandId'>;

const BLANK = { name: '', communeName: '', approach: '' };

function OwnEmployerForm({ caseId, onClose, onDone }: Omit<OwnEmployerDialogProps, 'isOpen'>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(BLANK);
  const [isChecked, setIsChecked] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const commandIdOf = useCommandIds();
  const add = useMutation({
    mutationFn: (asked: OwnEmployerInput) => call('decision.addOwn', { ...asked, commandId: commandIdOf(asked) }),
  });
  const field = (name: keyof typeof BLANK) => ({
    value: typed[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const named = typed.name.trim();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (named === '') nameField.current?.focus();
    if (named === '' || add.isPending) return;
    add.mutate(
      { caseId, ...typed, name: named },
      {
        onSuccess: ({ opId }) => {
          onClose();
          onDone(opId, t('decision.own.added', { name: named }));
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextField
        ref={nameField}
        label={t('decision.own.name')}
        maxLength={120}
        data-autofocus
        error={isChecked && named === '' ? t('decision.own.nameMissing') : null}
        {...field('name')}
      />
      <TextField label={t('decision.own.commune')} isUnchecked maxLength={80} {...field('communeName')} />
      <TextField
        label={t('decision.own.approach')}
        hint={t('decision.own.approachHint')}
        maxLength={160}
        {...field('approach')}
      />
      <FormActions error={add.error} isPending={add.isPending} submit={t('decision.own.add')} />
    </form>
  );
}
