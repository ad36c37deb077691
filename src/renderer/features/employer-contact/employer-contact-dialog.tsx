import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { CONTACT_SOURCES, isEmail, isPhone } from '../../../shared/domain/employer-contact/employer-contact.ts';
import type { EmployerContact } from '../../../shared/domain/employer-contact/employer-contact.schema.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface EmployerContactDialogProps {
  readonly siret: string;
  readonly employerName: string;
  readonly contact: EmployerContact | null;
  readonly isOpen: boolean;
  /** What was begun and not sent, kept by the card while the form is away. */
  readonly typed: TypedContact;
  readonly onType: (typed: TypedContact) => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export const BLANK = { name: '', role: '', phone: '', email: '', wayIn: '' };
export type TypedContact = Readonly<typeof BLANK>;

export function EmployerContactDialog(props: EmployerContactDialogProps) {
  const { employerName, isOpen, onClose } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('employerContact.dialog', { name: employerName })}
      isOpen={isOpen}
      onClose={onClose}
      focus="content"
    >
      <ContactForm {...props} />
    </Dialog>
  );
}

type Saved = CallInput<'employerContact.save'>;
/** As the core says it. */
const NAMES_A_PERSON = 'wayIn: names_a_person';

function ContactForm({ siret, contact, typed, onType, onClose, onSaved }: EmployerContactDialogProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [source, setSource] = useState<Saved['source']>(contact?.source ?? 'call');
  const [knownOn, setKnownOn] = useState<string>(today);
  const [isChecked, setIsChecked] = useState(false);
  const save = useMutation({ mutationFn: (asked: Saved) => call('employerContact.save', asked) });
  const refusal = save.error === null ? null : asApiError(save.error);
  // As the core answers words that the guard marks, or that name somebody.
  const isPrivate = refusal?.details['families'] !== undefined;
  const isNaming = [refusal?.details['fields'] ?? []].flat().includes(NAMES_A_PERSON);
  const isNothing = [typed.name, typed.phone, typed.email, typed.wayIn].every((text) => text.trim() === '');
  const isPhoneWrong = !isPhone(typed.phone);
  const isEmailWrong = !isEmail(typed.email);
  const isDayWrong = knownOn === '' || knownOn > today;
  const field = (name: keyof typeof BLANK) => ({
    label: t(`employerContact.${name}`),
    value: typed[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => {
      save.reset();
      onType({ ...typed, [name]: event.currentTarget.value });
    },
  });
  const wayInProblem = (): string | null => {
    if (isPrivate) return t('employerContact.isPrivate');
    if (isNaming) return t('employerContact.namesAPerson');
    return isChecked && isNothing ? t('employerContact.nothing') : null;
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsChecked(true);
    if (isNothing || isPhoneWrong || isEmailWrong || isDayWrong || save.isPending) return;
    const { name, role, phone, email, wayIn } = typed;
    save.mutate(
      { siret, name, role, phone, email, wayIn, source, knownOn, baseVersion: contact?.version ?? 0 },
      {
        onSuccess: () => {
          onClose();
          onSaved();
        },
      },
    );
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      <div className="form-row">
        <TextField {...field('name')} isUnchecked maxLength={80} data-autofocus />
        <TextField {...field('role')} maxLength={80} />
      </div>
      <div className="form-row">
        <TextField
          {...field('phone')}
          type="tel"
          maxLength={30}
          error={isChecked && isPhoneWrong ? t('employerContact.phoneWrong') : null}
        />
        <TextField
          {...field('email')}
          type="email"
          maxLength={120}
          error={isChecked && isEmailWrong ? t('employerContact.emailWrong') : null}
        />
      </div>
      <TextField
        {...field('wayIn')}
        hint={t('employerContact.wayInHint')}
        maxLength={160}
        error={wayInProblem()}
        isErrorQuiet={isPrivate || isNaming}
        refusesMarks
      />
      <div className="form-row">
        <Segmented
          label={t('employerContact.source')}
          choices={CONTACT_SOURCES.map((value) => ({ value, label: t(`employerContact.sources.${value}`) }))}
          chosen={source}
          onChoose={setSource}
        />
      </div>
      <TextField
        type="date"
        label={t('employerContact.knownOn')}
        max={today}
        value={knownOn}
        error={isChecked && isDayWrong ? t('employerContact.dayWrong') : null}
        onChange={(event) => setKnownOn(event.currentTarget.value)}
      />
      <p className="quiet small">{t('employerContact.shared')}</p>
      <FormActions
        error={isPrivate || isNaming ? null : save.error}
        isPending={save.isPending}
        submit={t('employerContact.save')}
      />
    </form>
  );
}
