import { useTranslation } from 'react-i18next';
import type { Manifest } from '../../../shared/domain/dataset/dataset.schema.ts';
import type { UnrankedReason } from '../../../shared/domain/employer/employer.schema.ts';
import { numberText } from '../../i18n/formats.ts';
import './dataset.css';

const SHOWN = ['establishments', 'ranked', 'occupations', 'communes', 'sectors'] as const;

/** What the data hold, and why some establishments are in no list. */
export function DatasetCounts({ manifest }: { readonly manifest: Manifest }) {
  const { t, i18n } = useTranslation();
  const { counts } = manifest;
  const reasons = (Object.entries(counts.unranked) as [UnrankedReason, number][])
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a);
  return (
    <section className="card">
      <h2>{t('data.counts')}</h2>
      <dl className="counts">
        {SHOWN.map((name) => (
          <div key={name}>
            <dt>{t(`data.count.${name}`)}</dt>
            <dd>{numberText(counts[name], i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {reasons.length === 0 ? null : (
        <div className="reasons">
          <h3>{t('data.unranked')}</h3>
          <ul className="reason-list">
            {reasons.map(([reason, count]) => (
              <li key={reason}>
                <span>{t(`unrankedShort.${reason}`)}</span>
                <span className="quiet">{numberText(count, i18n.language)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
