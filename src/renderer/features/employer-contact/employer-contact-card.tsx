import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmployerContact } from '../../../shared/domain/employer-contact/employer-contact.schema.ts';
import { shortDayText } from '../../i18n/dates.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { AddressText } from '../../ui/address-text.tsx';
import { showToast } from '../../ui/toast.tsx';
import { BLANK, EmployerContactDialog, type TypedContact } from './employer-contact-dialog.tsx';

interface EmployerContactCardProps {
  readonly siret: string;
  readonly employerName: string;
  readonly contact: EmployerContact | null;
  readonly level: 'h2' | 'h3';
}

/** Whom to ask for there, as somebody of the agency learned it: with its day, its source and how to put it right. */
export function EmployerContactCard({ siret, employerName, contact, level: Heading }: EmployerContactCardProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const [begun, setBegun] = useState<TypedContact | null>(null);
  const change = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    try {
      await act();
      showToast(done);
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  const stillTrue = ({ authorName: _, isToCheck: __, version, ...details }: EmployerContact) =>
    change(
      () => call('employerContact.save', { siret, ...details, knownOn: today, baseVersion: version }),
      t('employerContact.stillTrueDone'),
    );
  const remove = ({ version }: EmployerContact) =>
    change(() => call('employerContact.remove', { siret, baseVersion: version }), t('employerContact.removed'));
  return (
    <section className="employer-contact">
      <Heading>{t('employerContact.title')}</Heading>
      {contact === null ? (
        <p className="quiet">{t('employerContact.none')}</p>
      ) : (
        <KnownContact contact={contact} today={today} />
      )}
      <div className="approach-acts">
        <TextButton onClick={() => setIsOpen(true)}>
          {t(contact === null ? 'employerContact.add' : 'employerContact.correct')}
        </TextButton>
        {contact === null ? null : (
          <>
            <TextButton onClick={() => void stillTrue(contact)}>{t('employerContact.stillTrue')}</TextButton>
            <TextButton onClick={() => void remove(contact)}>{t('employerContact.remove')}</TextButton>
          </>
        )}
      </div>
      <EmployerContactDialog
        {...{ siret, employerName, contact, isOpen }}
        typed={begun ?? contact ?? BLANK}
        onType={setBegun}
        onClose={() => setIsOpen(false)}
        onSaved={() => {
          setBegun(null);
          showToast(t('employerContact.saved'));
        }}
      />
    </section>
  );
}

function KnownContact({ contact, today }: { readonly contact: EmployerContact; readonly today: string }) {
  const { t, i18n } = useTranslation();
  const { name, role, phone, email, wayIn, source, knownOn, authorName, isToCheck } = contact;
  const who = [name, role].filter((part) => part !== '').join(', ');
  const from = t(`employerContact.from.${source}`, { day: shortDayText(knownOn, today, i18n.language) });
  const by = authorName === '' ? from : [from, t('employerContact.by', { name: authorName })].join(', ');
  return (
    <>
      {who === '' ? null : <p>{who}</p>}
      {phone === '' ? null : <p className="figure">{phone}</p>}
      {email === '' ? null : (
        <p>
          <AddressText text={email} />
        </p>
      )}
      {wayIn === '' ? null : <p>{wayIn}</p>}
      <p className="quiet small">
        {by}
        {isToCheck ? <span className="to-check">{` · ${t('employerContact.toCheck')}`}</span> : null}
      </p>
    </>
  );
}
