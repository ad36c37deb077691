import { useTranslation } from 'react-i18next';
import type { ContactAdvice, Employer } from '../../../shared/domain/employer/employer.schema.ts';
import './employer.css';

interface ApproachCardProps {
  readonly employer: Employer;
  /** The advice of the list it was opened from; null when it was opened by itself. */
  readonly contact: ContactAdvice | null;
}

export function ApproachCard({ employer, contact }: ApproachCardProps) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('approach.title')}</h2>
      {employer.group === 'private' ? (
        contact === null ? (
          <p>{t('approach.unknown')}</p>
        ) : (
          <>
            <p>
              <strong>{t(`contact.${contact.mode}`)}</strong> {t(`approach.${contact.mode}`)}
            </p>
            <p className="quiet small">{t(`approach.basis.${contact.basis}`)}</p>
          </>
        )
      ) : (
        <p>{t(`approach.${employer.group}`)}</p>
      )}
    </section>
  );
}

export function NotKnownCard({ employer: { publishedContact } }: { readonly employer: Employer }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2>{t('notKnown.title')}</h2>
      <ul className="plain-list">
        {publishedContact === null ? <li>{t('notKnown.contact')}</li> : null}
        <li>{t('notKnown.offers')}</li>
        <li>{t('notKnown.conditions')}</li>
      </ul>
    </section>
  );
}
