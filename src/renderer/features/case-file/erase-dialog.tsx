import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { CaseFile } from '../../../shared/domain/case-file/case-file.schema.ts';
import { ERASURE_WHYS } from '../../../shared/domain/retention/retention.ts';
import type { ErasureWhy } from '../../../shared/domain/retention/retention.schema.ts';
import { dayText } from '../../i18n/formats.ts';
import { call } from '../../platform/api.ts';
import { useCommandIds } from '../../platform/command-id.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './closing.css';

interface EraseDialogProps {
  readonly file: CaseFile;
  readonly personName: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onErased: () => void;
}

/** Erases a file for good: what goes, what stays, why; the word is typed, since nothing brings it back. */
export function EraseDialog({ isOpen, ...form }: EraseDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('erasure.title', { name: form.personName })}
      isOpen={isOpen}
      onClose={form.onClose}
      closeLabel={t('erasure.giveUp')}
    >
      {form.file.retention.mayErase ? (
        <EraseForm file={form.file} onErased={form.onErased} />
      ) : (
        <NotErasable file={form.file} />
      )}
    </Dialog>
  );
}

/** Why not, and from when. */
function NotErasable({ file }: Pick<EraseDialogProps, 'file'>) {
  const { t, i18n } = useTranslation();
  const { termFrom } = file.retention;
  return (
    <div className="form">
      <p>
        {file.closedOn === null
          ? t('erasure.closeFirst')
          : termFrom === null
            ? t('errors.NOT_ERASABLE')
            : t('erasure.notYet', { day: dayText(termFrom, i18n.language) })}
      </p>
      <div className="form-actions">
        <Button kind="primary" disabled>
          {t('erasure.submit')}
        </Button>
      </div>
    </div>
  );
}

type EraseInput = Omit<CallInput<'caseFile.erase'>, 'commandId'>;

function EraseForm({ file, onErased }: Pick<EraseDialogProps, 'file' | 'onErased'>) {
  const { t, i18n } = useTranslation();
  const { whys, termFrom } = file.retention;
  const [why, setWhy] = useState<ErasureWhy | ''>('');
  const [typed, setTyped] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const commandIdOf = useCommandIds();
  const erase = useMutation({
    mutationFn: (asked: EraseInput) => call('caseFile.erase', { ...asked, commandId: commandIdOf(asked) }),
    onSuccess: onErased,
  });
  const word = t('erasure.word');
  const isTyped = typed.trim().toLocaleLowerCase(i18n.language) === word;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (why === '' || !isTyped || erase.isPending) return;
    erase.mutate({ caseId: file.id, why, baseRevision: file.revision });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ul className="erase-facts">
        {(['goes', 'stays', 'copies', 'noUndo'] as const).map((part) => (
          <li key={part}>{t(`erasure.${part}`)}</li>
        ))}
      </ul>
      <div>
        <Segmented<ErasureWhy | ''>
          label={t('erasure.why')}
          choices={ERASURE_WHYS.filter((value) => whys.includes(value)).map((value) => ({
            value,
            label: t(`erasure.whys.${value}`),
          }))}
          chosen={why}
          onChoose={setWhy}
        />
        {whys.includes('term') || termFrom === null ? null : (
          <p className="field-hint">{t('erasure.termFrom', { day: dayText(termFrom, i18n.language) })}</p>
        )}
        {isChecked && why === '' ? <p className="field-error">{t('erasure.whyMissing')}</p> : null}
      </div>
      <TextField
        label={t('erasure.confirm', { word })}
        isUnchecked
        value={typed}
        error={isChecked && !isTyped ? t('erasure.confirmMissing', { word }) : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FormActions error={erase.error} isPending={erase.isPending} submit={t('erasure.submit')} />
    </form>
  );
}
