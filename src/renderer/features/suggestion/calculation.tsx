import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ManifestSource, SourceName } from '../../../shared/domain/dataset/dataset.schema.ts';
import type { EmployerPage, Explanation, Factor } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { isUsual, USUAL_WEIGHTS } from '../../../shared/domain/suggestion/weights.rules.ts';
import { distanceText, estimateText, numberText, percentText } from '../../i18n/formats.ts';
import { headcountText, publisherText, vintageText } from '../../i18n/words.ts';
import { call } from '../../platform/api.ts';
import { TextButton } from '../../ui/button.tsx';
import { factorTitle, weightsOf } from './explanation-words.ts';

function valueText(t: TFunction, factor: Factor, language: string): string {
  const { name, value } = factor;
  if (value === null) return t('why.noValue');
  if (name === 'size') return headcountText(t, String(value), language);
  if (typeof value === 'string') return value;
  if (name === 'distance') return distanceText(value, language);
  // The plural follows the figure shown: 1,996 reads 2.
  return t('calculation.hires', { count: Math.round(value * 100) / 100, n: estimateText(value, language) });
}

interface CalculationProps {
  readonly explanation: Explanation;
  readonly page: EmployerPage;
  readonly sources: readonly ManifestSource[];
}

/** The figures, for whoever wants to check them: they add up exactly, and everything that made them is named. */
export function Calculation({ explanation, page, sources }: CalculationProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const { factors, facts, potential } = explanation;
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  const n = (value: number): string => numberText(value, language);
  const isFromCentre = facts.positionBasis === 'commune';
  const sourceAsOf = ({ source, asOf }: Pick<Factor, 'source' | 'asOf'>): string =>
    t('calculation.sourceAsOf', { source: publisherText(t, source), asOf: vintageText(t, asOf, language) });
  const named = (name: SourceName): string => {
    const found = sources.find(({ source }) => source === name);
    return sourceAsOf({ source: found?.publisher ?? 'unknown', asOf: found?.vintage ?? 'unknown' });
  };
  return (
    <div className="calculation">
      <div className="figures-scroll">
        <table className="figures">
          <caption>{t('calculation.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('calculation.factor')}</th>
              <th scope="col">{t('calculation.value')}</th>
              <th scope="col" className="figure">
                {t('calculation.contribution')}
              </th>
              <th scope="col" className="figure">
                {t('calculation.weight')}
              </th>
              <th scope="col">{t('calculation.source')}</th>
            </tr>
          </thead>
          <tbody>
            {factors.map((factor) => (
              <tr key={factor.name}>
                <th scope="row">{factorTitle(t, factor.name, facts.placeName)}</th>
                <td>
                  {valueText(t, factor, language)}
                  {factor.name === 'distance' && isFromCentre ? (
                    <span className="figures-note">{t('calculation.fromCentre')}</span>
                  ) : null}
                </td>
                <td className="figure">{n(factor.contribution)}</td>
                <td className="figure">{n(factor.weight)}</td>
                <td>{factor.name === 'distance' && isFromCentre ? named('places') : sourceAsOf(factor)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('calculation.total')}</th>
              <td />
              <td className="figure">{n(explanation.score)}</td>
              <td className="figure">{n(total)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {isUsual(weightsOf(explanation)) ? null : (
        <p className="figures-note">
          {t('calculation.usualWeights', {
            potential: n(USUAL_WEIGHTS.potential),
            distance: n(USUAL_WEIGHTS.distance),
            size: n(USUAL_WEIGHTS.size),
          })}
        </p>
      )}
      <dl className="facts">
        <dt>{t('calculation.expected')}</dt>
        <dd>
          {potential.expected === null || potential.low === null || potential.high === null
            ? t('potential.none')
            : t('calculation.expectedRange', {
                expected: estimateText(potential.expected, language),
                low: estimateText(potential.low, language),
                high: estimateText(potential.high, language),
              })}
        </dd>
        <dt>{t('calculation.affinity')}</dt>
        <dd>
          {t('calculation.affinityOf', {
            occupation: facts.romeLabel,
            rome: facts.rome,
            percent: percentText(facts.affinity, language),
            count: facts.sectorHires,
            n: n(facts.sectorHires),
            source: named('rome-naf-hires'),
          })}
        </dd>
        {facts.entryRate === null ? null : <EntryRate rate={facts.entryRate} />}
        <dt>{t('calculation.engine')}</dt>
        <dd className="mono">{page.engineVersion}</dd>
        <dt>{t('calculation.dataset')}</dt>
        <dd className="mono">{page.datasetVersion}</dd>
        <dt>{t('calculation.inputHash')}</dt>
        <dd className="mono">{page.inputHash}</dd>
      </dl>
    </div>
  );
}

function EntryRate({ rate }: { readonly rate: NonNullable<Explanation['facts']['entryRate']> }) {
  const { t, i18n } = useTranslation();
  const words = {
    percent: percentText(rate.rate, i18n.language),
    sector: rate.sectorLabel,
    scope: rate.scope,
    source: rate.source,
    year: rate.year,
  };
  return (
    <>
      <dt>{t('calculation.entryRate')}</dt>
      <dd>
        {t('calculation.entryRateOf', words)}{' '}
        {rate.link === '' ? null : (
          <TextButton onClick={() => void call('about.openLink', { url: rate.link })}>
            {t('calculation.openSource')}
          </TextButton>
        )}
      </dd>
    </>
  );
}
