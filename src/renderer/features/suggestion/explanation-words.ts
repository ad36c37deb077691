/** An explanation as a jobseeker can read it: each factor says how much it counts, then the fact behind it. */
import type { TFunction } from 'i18next';
import type { FactorName } from '../../../shared/domain/suggestion/suggestion.ts';
import type { Explanation } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import type { FactorWeights } from '../../../shared/domain/suggestion/weights.rules.ts';
import { distanceText, numberText, percentText } from '../../i18n/formats.ts';
import { headcountText, publisherText, vintageText } from '../../i18n/words.ts';
import { contributionWord, hiresInterval } from './contribution.ts';

export interface FactorWords {
  readonly name: FactorName;
  readonly title: string;
  readonly text: string;
}

export function factorTitle(t: TFunction, name: FactorName, placeName: string): string {
  return t(`factors.${name}`, { place: placeName });
}

export function factorWords(t: TFunction, explanation: Explanation, language: string): readonly FactorWords[] {
  return explanation.factors.map(({ name, contribution }) => {
    const weight = t(`contribution.${contributionWord(contribution, explanation.score)}`);
    const fact = factText(t, name, explanation, language);
    return {
      name,
      title: factorTitle(t, name, explanation.facts.placeName),
      text: t('contribution.withFact', { weight, fact }),
    };
  });
}

function factText(t: TFunction, name: FactorName, { facts, potential }: Explanation, language: string): string {
  if (name === 'distance') {
    return facts.positionBasis === 'commune' ? t('why.unlocated') : distanceText(facts.distanceKm, language);
  }
  if (name === 'size') return headcountText(t, facts.headcountBand, language);
  if (potential.basis === 'none') return t('why.noPotential');
  const { basis } = potential;
  const level = t(`why.expected.${basis === 'estimate' ? (potential.level ?? 'average') : basis}`);
  return t('why.affinity', { level, percent: percentText(facts.affinity, language) });
}

/** What the estimate rests on, with its source and its date. */
export function basisText(t: TFunction, explanation: Explanation, language: string): string {
  const { potential, factors, facts } = explanation;
  const factor = factors.find(({ name }) => name === 'potential');
  const asOf = vintageText(t, factor?.asOf ?? '', language);
  const source = publisherText(t, factor?.source ?? '');
  if (potential.basis === 'none') return t('why.basisNone');
  const shrunk = facts.isShrunk
    ? ` ${t('why.shrunk', { count: facts.sectorHires, n: numberText(facts.sectorHires, language) })}`
    : '';
  if (potential.basis === 'estimate') {
    const { scope = '', year = '' } = facts.entryRate ?? {};
    return t('why.basisEstimate', { source, asOf, scope, year }) + shrunk;
  }
  const { low, high } = hiresInterval(potential.low ?? 0, potential.high ?? 0);
  const bounds = { low: numberText(low, language), high: numberText(high, language), source, asOf };
  return t(potential.basis === 'forecast' ? 'why.basisForecast' : 'why.basisCounts', bounds) + shrunk;
}

/** The most each factor could give when this was computed. */
export function weightsOf({ factors }: Pick<Explanation, 'factors'>): FactorWeights {
  const weightOf = (name: FactorName): number => factors.find((factor) => factor.name === name)?.weight ?? 0;
  return { potential: weightOf('potential'), distance: weightOf('distance'), size: weightOf('size') };
}
