import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../shared/domain/employer/employer.schema.ts';
import { headcountText } from '../../i18n/words.ts';
import { TextButton } from '../../ui/button.tsx';
import './employer.css';

interface OtherSitesProps {
  readonly employer: Employer;
  readonly onOpen: (siret: string) => void;
}

export function OtherSites({ employer, onOpen }: OtherSitesProps) {
  const { t, i18n } = useTranslation();
  if (employer.sites.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('employer.sites', { count: employer.sites.length })}</h2>
      <ul>
        {employer.sites.map((site) => (
          <li key={site.siret} className="site-row">
            <TextButton onClick={() => onOpen(site.siret)}>{site.name}</TextButton>
            <span className="quiet">
              {[`${site.postcode} ${site.communeName}`, headcountText(t, site.headcountBand, i18n.language)].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
