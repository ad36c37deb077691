/** The cells of the portfolio in words. */
import type { TFunction } from 'i18next';
import { numberText } from '../../i18n/formats.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

/** "Metz, 15 km", "Nanterre, 45 min", "Arras, en bus": the reach, else the means. */
export function placeText(t: TFunction, { place, reach, travel }: PortfolioRow): string {
  const means = travel.map((each) => t(`portfolio.travel.${each}`)).join(t('portfolio.or'));
  const how = reach === null ? means : reachText(t, reach);
  return [place ?? '', how].filter((part) => part !== '').join(', ');
}

function reachText(t: TFunction, reach: NonNullable<PortfolioRow['reach']>): string {
  return reach.kind === 'distance'
    ? t('portfolio.reach.distance', { n: reach.km })
    : t('portfolio.reach.time', { n: reach.minutes });
}

/** "4 entreprises", "sans calcul"; nothing where nothing was retained yet. */
export function leadsText(t: TFunction, { retained, isComputingOff }: PortfolioRow, language: string): string {
  const count = retained === 0 ? '' : t('portfolio.retained', { count: retained, n: numberText(retained, language) });
  return [count, isComputingOff ? t('portfolio.withoutComputing') : ''].filter((part) => part !== '').join(', ');
}
