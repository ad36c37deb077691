import { useTranslation } from 'react-i18next';
import type { Employer } from '../../../shared/domain/employer/employer.schema.ts';
import { percentText } from '../../i18n/formats.ts';
import './employer.css';

/** The occupations this sector hires most: what else could be asked for at this door. */
export function SectorOccupations({ employer }: { readonly employer: Employer }) {
  const { t, i18n } = useTranslation();
  const top = Math.max(...employer.occupations.map(({ share }) => share), 0);
  return (
    <section className="card">
      <h2>{t('employer.occupations')}</h2>
      {employer.occupations.length === 0 ? (
        <p className="quiet">{t('employer.occupationsUnknown')}</p>
      ) : (
        <>
          <ul className="share-list">
            {employer.occupations.map(({ rome, label, share }) => (
              <li key={rome} className="share-row">
                <span>
                  {label} <span className="quiet small">{rome}</span>
                </span>
                <span className="share-track" aria-hidden="true">
                  <span className="share-bar" style={{ width: `${top === 0 ? 0 : (100 * share) / top}%` }} />
                </span>
                <span className="share-value">{percentText(share, i18n.language)}</span>
              </li>
            ))}
          </ul>
          <p className="quiet small">{t('employer.occupationsNote')}</p>
        </>
      )}
    </section>
  );
}
