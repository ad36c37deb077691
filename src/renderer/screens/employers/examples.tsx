import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { occupationByCode } from '../../features/occupation/occupation.queries.ts';
import { placeByCode } from '../../features/place/place.queries.ts';
import type { EmployerSearch } from '../../platform/location.ts';
import { PageHeader } from '../../ui/page-header.tsx';

/** Searches that show something in the demonstration: ROME code and commune. */
const EXAMPLES = [
  { rome: 'D1106', communeCode: '57463' },
  { rome: 'G1602', communeCode: '35238' },
  { rome: 'N1103', communeCode: '62041' },
  { rome: 'K1302', communeCode: '87085' },
] as const;

interface ExamplesProps {
  readonly isDemonstration: boolean;
  readonly onAsk: (subject: Pick<EmployerSearch, 'occupation' | 'place'>) => void;
}

/** Before any search: what to do, and a few searches to start from; those the data do not know are left out. */
export function Examples({ isDemonstration, onAsk }: ExamplesProps) {
  const { t } = useTranslation();
  const shown = isDemonstration ? EXAMPLES : [];
  const occupations = useQueries({ queries: shown.map(({ rome }) => occupationByCode(rome)) });
  const places = useQueries({ queries: shown.map(({ communeCode }) => placeByCode(communeCode)) });
  const known = shown.flatMap((_example, index) => {
    const occupation = occupations[index]?.data;
    const place = places[index]?.data;
    return occupation === undefined || place === undefined ? [] : [{ occupation, place }];
  });
  return (
    <div className="start">
      <div className="start-head">
        <PageHeader title={t('start.title')} />
        <p>{t('start.text')}</p>
      </div>
      {known.length === 0 ? null : (
        <section aria-labelledby="examples-title">
          <h2 id="examples-title">{t('start.examples')}</h2>
          <ul className="example-list">
            {known.map(({ occupation: { rome, label }, place }) => (
              <li key={`${rome} ${place.communeCode}`}>
                <button
                  type="button"
                  className="example"
                  onClick={() => onAsk({ occupation: { rome, label, title: label }, place })}
                >
                  <strong>{label}</strong>
                  <span className="quiet">{t('start.around', { place: place.name })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
