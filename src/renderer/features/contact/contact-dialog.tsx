import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDayText } from '../../i18n/dates.ts';
import { heldTyped, holdTyped, releaseTyped } from '../../platform/half-typed.ts';
import { localZone, useToday } from '../../platform/today.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AppointmentFields } from './appointment-fields.tsx';
import './contact.css';
import {
  CHANNELS,
  type ContactField,
  type ContactForm,
  contactProblems,
  INITIATORS,
  KINDS,
  newContact,
  withChannel,
} from './contact-form.ts';
import { useRecordContact } from './use-record-contact.ts';

interface ContactDialogProps {
  readonly caseId: string;
  readonly personName: string;
  /** Where the support has ended, a contact is written down and nothing is planned. */
  readonly isClosed: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Says what was done, with a way to undo it. */
  readonly onDone: (opIds: readonly string[], text: string) => void;
}

/**
 * "Contact bref": one line on a call, a message, a word at the counter, and the next appointment if one is made. A line that
 * is left is there when the dialog opens again; emptied, it is gone.
 */
export function ContactDialog({ personName, isOpen, onClose, ...panel }: ContactDialogProps) {
  const { t } = useTranslation();
  const leave = (): void => {
    if (heldTyped('contact', panel.caseId) !== null) showToast(t('contactDialog.kept'));
    onClose();
  };
  return (
    <Dialog title={t('contactDialog.title', { name: personName })} isOpen={isOpen} onClose={leave} focus="content">
      <ContactFormPanel key={panel.caseId} {...panel} onClose={onClose} />
    </Dialog>
  );
}

type PanelProps = Omit<ContactDialogProps, 'personName' | 'isOpen'>;

/** The line comes first, and takes the focus: the rest is right most of the time, and one sees it. */
function ContactFormPanel({ caseId, isClosed, onClose, onDone }: PanelProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const zone = localZone();
  const record = useRecordContact(caseId, zone, ({ hasAppointment }, opIds) => {
    releaseTyped('contact', caseId);
    onDone(opIds, t(hasAppointment ? 'contactDialog.savedWithAppointment' : 'contactDialog.saved'));
    onClose();
  });
  const [form, setForm] = useState<ContactForm>(() => ({
    ...newContact(today),
    // Begun and left, or begun before the case files closed.
    line: heldTyped('contact', caseId)?.['line'] ?? '',
  }));
  const [checkedAt, setCheckedAt] = useState<number | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const set = (change: Partial<ContactForm>): void => setForm((former) => ({ ...former, ...change }));
  const problems = checkedAt === null ? {} : contactProblems(form, { today, now: checkedAt, zone });
  const errorOf = (field: ContactField): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : t(`contactDialog.problems.${problem}`);
  };
  const submit = (): void => {
    const now = Date.now();
    setCheckedAt(now);
    const [wrong] = Object.keys(contactProblems(form, { today, now, zone }));
    if (wrong !== undefined) {
      element.current?.querySelector<HTMLInputElement>(`input[name="${wrong}"]`)?.focus();
      return;
    }
    if (!record.isPending) record.mutate(form);
  };
  return (
    <form
      ref={element}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        submit();
      }}
    >
      <Segmented
        label={t('contactDialog.channel')}
        choices={CHANNELS.map((value) => ({ value, label: t(`contactDialog.channels.${value}`) }))}
        chosen={form.channel}
        onChoose={(channel) => set(withChannel(form, channel))}
      />
      <TextField
        label={t('contactDialog.line')}
        hint={t('contactDialog.lineHint')}
        data-autofocus
        spellCheck
        maxLength={200}
        value={form.line}
        onChange={(event) => {
          const line = event.currentTarget.value;
          set({ line });
          if (line.trim() === '') releaseTyped('contact', caseId);
          else holdTyped('contact', caseId, { line });
        }}
      />
      {isClosed ? null : <AppointmentFields {...{ caseId, form, today, errorOf }} onChange={set} />}
      <div className="contact-answers">
        <Segmented
          label={t('contactDialog.kind')}
          choices={KINDS.map((value) => ({ value, label: t(`contactDialog.kinds.${value}`) }))}
          chosen={form.kind}
          onChoose={(kind) => set({ kind })}
        />
        <Segmented
          label={t('contactDialog.initiatedBy')}
          choices={INITIATORS.map((value) => ({ value, label: t(`contactDialog.initiators.${value}`) }))}
          chosen={form.initiatedBy}
          onChoose={(initiatedBy) => set({ initiatedBy })}
        />
        <TextField
          name="on"
          type="date"
          label={t('contactDialog.on')}
          max={today}
          hint={form.on === '' || form.on === today ? undefined : fullDayText(form.on, i18n.language)}
          value={form.on}
          error={errorOf('on')}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      </div>
      {form.kind === 'attempt' ? <p className="quiet">{t('contactDialog.attemptHint')}</p> : null}
      <FormActions error={record.error} isPending={record.isPending} submit={t('contactDialog.submit')}>
        <span className="quiet small">{t('contactDialog.submitKey')}</span>
      </FormActions>
    </form>
  );
}
