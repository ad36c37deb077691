import { useTranslation } from 'react-i18next';
import type { Manifest, SourceName } from '../../../shared/domain/dataset/dataset.schema.ts';
import { vintageText } from '../../i18n/words.ts';

const USED: readonly SourceName[] = ['establishments', 'rome-naf-hires', 'naf-labels', 'contact-modes'];

/** What this page is made of, and of when. */
export function EmployerSources({ manifest }: { readonly manifest: Manifest }) {
  const { t, i18n } = useTranslation();
  const sources = manifest.sources.filter(({ source }) => USED.includes(source));
  if (sources.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('employer.sources')}</h2>
      <dl className="facts">
        {sources.map(({ source, file, vintage, publisher }) => (
          <SourceLine
            key={`${source} ${file}`}
            name={t(`sources.${source}`)}
            text={t('employer.sourceLine', {
              publisher: publisher === 'unknown' ? t('data.publisherUnknownLine') : publisher,
              vintage: vintageText(t, vintage, i18n.language),
            })}
          />
        ))}
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
