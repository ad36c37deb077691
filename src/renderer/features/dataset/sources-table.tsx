import { useTranslation } from 'react-i18next';
import type { Manifest, ManifestSource } from '../../../shared/domain/dataset/dataset.schema.ts';
import { freshnessOf } from '../../i18n/freshness.ts';
import { numberText } from '../../i18n/formats.ts';
import { vintageText } from '../../i18n/words.ts';
import './dataset.css';

function known(value: string): boolean {
  return value !== '' && value !== 'unknown';
}

function Freshness({ vintage, now }: { readonly vintage: string; readonly now: number }) {
  const { t } = useTranslation();
  const freshness = freshnessOf(vintage, now);
  if (freshness.kind === 'unknown') return null;
  if (freshness.kind === 'recent') {
    if (freshness.months === 0) return <span className="detail">{t('freshness.current')}</span>;
    return <span className="detail">{t('freshness.recent', { count: freshness.months })}</span>;
  }
  return (
    <span className="detail">
      <span className="amber-text">{t('freshness.old', { count: Math.floor(freshness.months / 12) })}</span>
    </span>
  );
}

function SourceRow({ source, now }: { readonly source: ManifestSource; readonly now: number }) {
  const { t, i18n } = useTranslation();
  const n = (value: number): string => numberText(value, i18n.language);
  return (
    <tr>
      <th scope="row">
        {t(`sources.${source.source}`)}
        <span className="detail">{source.file}</span>
      </th>
      <td>{known(source.publisher) ? source.publisher : t('data.publisherUnknown')}</td>
      <td>{known(source.licence) ? source.licence : t('data.licenceUnknown')}</td>
      <td>
        {vintageText(t, source.vintage, i18n.language)}
        <Freshness vintage={source.vintage} now={now} />
      </td>
      <td className="figure">{n(source.read)}</td>
      <td className="figure">{n(source.kept)}</td>
      <td className="figure">{n(source.refused)}</td>
    </tr>
  );
}

export function SourcesTable({ manifest, now }: { readonly manifest: Manifest; readonly now: number }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <h2 id="sources-title">{t('data.sources')}</h2>
      <div className="sources-scroll" tabIndex={0} role="region" aria-labelledby="sources-title">
        <table className="sources" aria-labelledby="sources-title">
          <thead>
            <tr>
              <th scope="col">{t('data.columns.source')}</th>
              <th scope="col">{t('data.columns.publisher')}</th>
              <th scope="col">{t('data.columns.licence')}</th>
              <th scope="col">{t('data.columns.vintage')}</th>
              <th scope="col" className="figure">
                {t('data.columns.read')}
              </th>
              <th scope="col" className="figure">
                {t('data.columns.kept')}
              </th>
              <th scope="col" className="figure">
                {t('data.columns.refused')}
              </th>
            </tr>
          </thead>
          <tbody>
            {manifest.sources.map((source) => (
              <SourceRow key={`${source.source} ${source.file}`} source={source} now={now} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
