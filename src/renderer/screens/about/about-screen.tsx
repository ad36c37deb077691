import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { aboutQuery } from '../../features/about/about.queries.ts';
import { AlgorithmSheet } from '../../features/about/algorithm-sheet.tsx';
import { LegalNotice } from '../../features/about/legal-notice.tsx';
import { LicenceList } from '../../features/about/licence-list.tsx';
import { SourceList } from '../../features/dataset/source-list.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

type About = CallOutput<'about.get'>;

const FONT_PACKAGE = '@fontsource-variable/inter';
const OUTLINES_PACKAGE = 'world-atlas';

export function AboutScreen({ manifest }: { readonly manifest: Manifest | null }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(aboutQuery);
  return (
    <div className="page" data-width="reading">
      <PageHeader title={t('about.title')} subtitle={data === undefined ? '\u00a0' : <VersionLine about={data} />} />
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <LegalNotice />
      <AlgorithmSheet />
      {manifest === null ? (
        <section className="card">
          <h2>{t('about.sources')}</h2>
          <p className="quiet">{t('about.noSources')}</p>
        </section>
      ) : (
        <SourceList title={t('about.sources')} sources={manifest.sources} withLicence />
      )}
      {data === undefined ? null : (
        <>
          <Fonts about={data} />
          <MapData about={data} />
          <LicenceList licences={data.licences} />
        </>
      )}
    </div>
  );
}

function VersionLine({ about }: { readonly about: About }) {
  const { t } = useTranslation();
  const { version, electron, node } = about;
  const runtime = electron === null ? t('about.runtimeNode', { node }) : t('about.runtime', { electron, node });
  return t('about.versionLine', { version: t('about.version', { version }), runtime });
}

/** What the words on screen are drawn with; its whole licence is in the list of components. */
function Fonts({ about }: { readonly about: About }) {
  const { t } = useTranslation();
  const font = about.licences.find(({ name }) => name === FONT_PACKAGE);
  if (font === undefined) return null;
  return (
    <section className="card">
      <h2>{t('about.fonts')}</h2>
      <p>{t('about.fontLine', { version: font.version })}</p>
    </section>
  );
}

/** What the ground of the map is made of. */
function MapData({ about }: { readonly about: About }) {
  const { t } = useTranslation();
  const atlas = about.licences.find(({ name }) => name === OUTLINES_PACKAGE);
  if (atlas === undefined) return null;
  return (
    <section className="card">
      <h2>{t('about.map')}</h2>
      <p>{t('about.mapLine', { version: atlas.version })}</p>
    </section>
  );
}
