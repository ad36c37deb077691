import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { dayText } from '../../i18n/formats.ts';
import { newId, useCommandIds } from '../../platform/command-id.ts';
import { TextButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { namesakes } from './people.ts';
import { type PortfolioRow, useCreateCaseFile } from './portfolio.queries.ts';
import { SUPPORT_CHOICES, type SupportChoice } from './support-choices.ts';

interface CreateFileDialogProps {
  readonly isOpen: boolean;
  /** Who is there already, to warn of a second file for the same person. */
  readonly rows: readonly PortfolioRow[];
  readonly onClose: () => void;
  readonly onCreated: (caseId: string) => void;
  readonly onOpenFile: (caseId: string) => void;
}

export function CreateFileDialog({ isOpen, onClose, ...form }: CreateFileDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('createFile.title')} isOpen={isOpen} onClose={onClose} focus="content">
      <CreateFileForm {...form} />
    </Dialog>
  );
}

type FormProps = Omit<CreateFileDialogProps, 'isOpen' | 'onClose'>;

/** What is known when somebody sits down for the first time; the rest comes in the file. */
function CreateFileForm({ rows, onCreated, onOpenFile }: FormProps) {
  const { t } = useTranslation();
  const create = useCreateCaseFile();
  const commandIdOf = useCommandIds();
  const [caseId] = useState(newId);
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [phone, setPhone] = useState('');
  const [support, setSupport] = useState<SupportChoice>('unknown');
  const [isChecked, setIsChecked] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const isMissing = first.trim() === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isMissing) firstField.current?.focus();
    if (isMissing || create.isPending) return;
    const supportMode = support === 'unknown' ? null : support;
    const asked = { caseId, first: first.trim(), last: last.trim(), phone: phone.trim(), supportMode };
    create.mutate({ ...asked, commandId: commandIdOf(asked) }, { onSuccess: () => onCreated(caseId) });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="form-row">
        <TextField
          ref={firstField}
          label={t('createFile.first')}
          isUnchecked
          data-autofocus
          maxLength={60}
          value={first}
          error={isChecked && isMissing ? t('createFile.firstMissing') : null}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextField
          label={t('createFile.last')}
          isUnchecked
          maxLength={60}
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
      </div>
      <div>
        <TextField
          label={t('createFile.phone')}
          type="tel"
          maxLength={30}
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        {/* After the fields: it comes while one types, and takes neither Tab nor Enter from them. */}
        <Namesakes found={namesakes(rows, first, last)} onOpenFile={onOpenFile} />
      </div>
      <Segmented
        label={t('createFile.support')}
        choices={SUPPORT_CHOICES.map((value) => ({ value, label: t(`support.${value}`) }))}
        chosen={support}
        onChoose={setSupport}
      />
      <FormActions error={create.error} isPending={create.isPending} submit={t('createFile.submit')} />
    </form>
  );
}

interface NamesakesProps {
  readonly found: readonly PortfolioRow[];
  readonly onOpenFile: (caseId: string) => void;
}

function Namesakes({ found, onOpenFile }: NamesakesProps) {
  const { t, i18n } = useTranslation();
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <div className="form-note">
          {t('createFile.namesake', { count: found.length })}
          <ul>
            {found.map((row) => (
              <li key={row.id}>
                <TextButton onClick={() => onOpenFile(row.id)}>
                  {t('createFile.openNamesake', { name: spokenName(row) })}
                </TextButton>{' '}
                {row.birthDate === null
                  ? t('portfolio.birthDateUnknown')
                  : t('portfolio.birthDate', { day: dayText(row.birthDate, i18n.language) })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
