import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { aboutQuery } from '../../features/about/about.queries.ts';
import { LicenceList } from '../../features/about/licence-list.tsx';
import { SourceList } from '../../features/dataset/source-list.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function AboutScreen({ manifest }: { readonly manifest: Manifest | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(aboutQuery);
  return (
    <div className="page" data-width="reading">
      <PageHeader
        title={t('about.title')}
        subtitle={data === undefined ? '\u00a0' : t('about.version', { version: data.version })}
      />
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <section className="card about-text">
        <h2>{t('about.legal')}</h2>
        <p>{t('about.legalPurpose')}</p>
        <p>{t('about.legalIndependence')}</p>
        <p>{t('about.legalData')}</p>
        <p>{t('about.legalLicence')}</p>
        {data === undefined ? null : (
          <p className="quiet small">
            {data.electron === null
              ? t('about.runtimeNode', { node: data.node })
              : t('about.runtime', { electron: data.electron, node: data.node })}
          </p>
        )}
      </section>
      {manifest === null ? null : <SourceList title={t('about.sources')} sources={manifest.sources} withLicence />}
      {data === undefined ? null : <LicenceList licences={data.licences} />}
    </div>
  );
}
