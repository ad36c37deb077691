import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import { vintageText } from '../../i18n/words.ts';

/** The data in use, with who publishes them, under which licence, of which year. */
export function SourceList({ manifest }: { readonly manifest: Manifest }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="card">
      <h2>{t('about.sources')}</h2>
      <dl className="facts">
        {manifest.sources.map(({ source, file, publisher, licence, vintage }) => {
          const words = {
            publisher: publisher === 'unknown' ? t('data.publisherUnknownLine') : publisher,
            licence: licence === 'unknown' ? t('data.licenceUnknown') : licence,
            vintage: vintageText(t, vintage, i18n.language),
          };
          return (
            <SourceEntry key={`${source} ${file}`} name={t(`sources.${source}`)} text={t('about.sourceLine', words)} />
          );
        })}
      </dl>
    </section>
  );
}

function SourceEntry({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
