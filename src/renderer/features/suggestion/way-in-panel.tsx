import { useTranslation } from 'react-i18next';
import './side-panels.css';

const STEPS = ['first', 'second', 'third', 'fourth'] as const;

/** Public bodies and agencies do not hire as a shop does: how one gets in, in a few true sentences. */
export function WayInPanel({ group }: { readonly group: 'public' | 'agency' }) {
  const { t } = useTranslation();
  return (
    <section className="way-in" aria-labelledby="way-in-title">
      <h2 id="way-in-title">{t(`wayIn.${group}.title`)}</h2>
      <ul>
        {STEPS.map((step) => (
          <li key={step}>{t(`wayIn.${group}.${step}`)}</li>
        ))}
      </ul>
    </section>
  );
}
