import { useTranslation } from 'react-i18next';
import type { ManifestSource } from '../../../shared/domain/dataset/dataset.schema.ts';
import { publisherText, vintageText } from '../../i18n/words.ts';

interface SourceListProps {
  readonly title: string;
  readonly sources: readonly ManifestSource[];
  readonly withLicence?: boolean;
}

/** Data, with who publishes them and of when. */
export function SourceList({ title, sources, withLicence = false }: SourceListProps) {
  const { t, i18n } = useTranslation();
  if (sources.length === 0) return null;
  const lineOf = ({ publisher, licence, vintage }: ManifestSource): string => {
    const words = { publisher: publisherText(t, publisher), vintage: vintageText(t, vintage, i18n.language) };
    if (!withLicence) return t('data.sourceLine', words);
    return t('data.sourceLineWithLicence', {
      ...words,
      licence: licence === 'unknown' ? t('data.licenceUnknown') : licence,
    });
  };
  return (
    <section className="card">
      <h2>{title}</h2>
      <dl className="facts">
        {sources.map((source) => (
          <SourceLine
            key={`${source.source} ${source.file}`}
            name={t(`sources.${source.source}`)}
            text={lineOf(source)}
          />
        ))}
        {/* Ships with the application and goes into every release: the rates an estimate starts from. */}
        {withLicence ? <SourceLine name={t('sources.entry-rates')} text={t('data.entryRatesLine')} /> : null}
      </dl>
    </section>
  );
}

function SourceLine({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
