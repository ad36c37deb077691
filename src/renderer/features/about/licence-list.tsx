import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/contract/index.ts';
import { numberText } from '../../i18n/formats.ts';
import './about.css';

type Licence = CallOutput<'about.get'>['licences'][number];

function matches({ name, licence }: Licence, words: string): boolean {
  return `${name} ${licence}`.toLowerCase().includes(words.toLowerCase());
}

export function LicenceList({ licences }: { readonly licences: readonly Licence[] }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const shown = licences.filter((licence) => matches(licence, words));
  return (
    <section className="card">
      <div className="licence-head">
        <div>
          <h2>{t('about.licences')}</h2>
          <p className="quiet" role="status">
            {t('about.licenceCount', { count: shown.length, n: numberText(shown.length, i18n.language) })}
          </p>
        </div>
        <label className="visually-hidden" htmlFor={id}>
          {t('about.search')}
        </label>
        <input
          id={id}
          className="licence-search"
          type="search"
          placeholder={t('about.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className="licence-list">
        {shown.map((licence) => (
          <details key={`${licence.name} ${licence.version}`} className="licence">
            <summary>
              <strong>{licence.name}</strong>
              <span className="quiet">{licence.version}</span>
              <span>{licence.licence}</span>
            </summary>
            <pre>{licence.text === '' ? t('about.noText') : licence.text}</pre>
          </details>
        ))}
      </div>
    </section>
  );
}
