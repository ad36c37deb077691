import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../shared/domain/employer/employer.schema.ts';
import { siretText } from '../../i18n/formats.ts';
import { TextButton } from '../../ui/button.tsx';
import './employer.css';

interface SameDoorProps {
  readonly employer: Employer;
  readonly onOpen: (siret: string) => void;
}

/** The other legal units behind this door, as the register has them; which of them lists show. */
export function SameDoor({ employer, onOpen }: SameDoorProps) {
  const { t } = useTranslation();
  const { sameDoor } = employer;
  if (sameDoor.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('sameDoor.title')}</h2>
      <p className="quiet">{t(employer.unranked === 'same-door' ? 'sameDoor.shownThere' : 'sameDoor.shownHere')}</p>
      <ul>
        {sameDoor.map(({ siret, name, legalName, isShown }) => (
          <li key={siret} className="site-row">
            <TextButton onClick={() => onOpen(siret)}>{legalName ?? name}</TextButton>
            <span className="quiet">
              <span className="figure">{siretText(siret)}</span>
              {isShown ? t('sameDoor.isShown') : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
