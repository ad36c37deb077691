import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import './dataset.css';
import { sourceAges } from './source-ages.ts';

interface FreshnessCardProps {
  readonly manifest: Manifest;
  readonly now: number;
}

/** How old the data are, and what that does to the lists: said before the table of sources, which has the details. */
export function FreshnessCard({ manifest, now }: FreshnessCardProps) {
  const { t } = useTranslation();
  const { old, undated } = sourceAges(manifest.sources, now);
  if (manifest.kind === 'demonstration') {
    return (
      <section className="card freshness">
        <h2>{t('freshness.title')}</h2>
        <p className="quiet">{t('freshness.generated')}</p>
      </section>
    );
  }
  return (
    <section className="card freshness">
      <h2>{t('freshness.title')}</h2>
      {old.length === 0 ? (
        <p>{t('freshness.allRecent')}</p>
      ) : (
        <>
          <p className="amber-text">{t('freshness.oldCount', { count: old.length })}</p>
          <dl className="facts">
            {old.map(({ source, years }) => (
              <div key={source} className="freshness-row">
                <dt>{t(`sources.${source}`)}</dt>
                <dd>
                  {t(`freshness.means.${source}`)}
                  <span className="detail">{t('freshness.old', { count: years })}</span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {undated === 0 ? null : <p className="quiet">{t('freshness.undatedCount', { count: undated })}</p>}
      <p className="quiet">{t('freshness.renew')}</p>
    </section>
  );
}
