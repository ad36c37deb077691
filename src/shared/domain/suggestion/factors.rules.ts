import type { ManifestSource, SourceName } from '../dataset/dataset.schema.ts';
import type { PotentialBasis } from '../market/market.schema.ts';
import { FACTOR_NAMES, type FactorName } from './suggestion.ts';
import type { Factor, SuggestedEmployer } from './suggestion.schema.ts';

/** Which source a figure of hires comes from: counts and forecasts are the employer's own, an estimate starts from its sector. */
const SOURCE_OF_HIRES: Readonly<Record<PotentialBasis, SourceName>> = {
  counts: 'establishments',
  forecast: 'hires-forecast',
  estimate: 'rome-naf-hires',
  none: 'rome-naf-hires',
};

function sourceOf(name: FactorName, basis: PotentialBasis): SourceName {
  return name === 'potential' ? SOURCE_OF_HIRES[basis] : 'establishments';
}

/** The factors of a row with their figure, source and date, in the order of FACTOR_NAMES. */
export function toFactors(
  contributions: readonly [number, number, number],
  row: Pick<SuggestedEmployer, 'potential' | 'distanceKm' | 'headcountBand'>,
  weights: Readonly<Record<FactorName, number>>,
  sources: readonly ManifestSource[],
): Factor[] {
  const values: Readonly<Record<FactorName, Factor['value']>> = {
    potential: row.potential.expected,
    distance: row.distanceKm,
    size: row.headcountBand,
  };
  return FACTOR_NAMES.map((name, index) => {
    const source = sources.find((candidate) => candidate.source === sourceOf(name, row.potential.basis));
    return {
      name,
      contribution: contributions[index] ?? 0,
      weight: weights[name],
      value: values[name],
      source: source?.publisher ?? 'unknown',
      asOf: source?.vintage ?? 'unknown',
    };
  });
}
