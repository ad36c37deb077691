import { FACTOR_NAMES, type FactorName } from './suggestion.ts';

/** How much each factor may give, in thousandths of a usual score. */
export type FactorWeights = Readonly<Record<FactorName, number>>;

/** Those of the formula in use (`employers.v1.ts`): any others make an order that is not the usual one. */
export const USUAL_WEIGHTS: FactorWeights = { potential: 600, distance: 300, size: 100 };

export const MOST_WEIGHT = 1_000;
export const WEIGHT_STEP = 50;

/** Where everything counts for nothing, nothing is ordered. */
export function canOrder(weights: FactorWeights): boolean {
  return FACTOR_NAMES.some((name) => weights[name] > 0);
}

export function isUsual(weights: FactorWeights): boolean {
  return FACTOR_NAMES.every((name) => weights[name] === USUAL_WEIGHTS[name]);
}

export type WeightWord = 'nothing' | 'little' | 'some' | 'much' | 'most';

/** How much a factor counts, in words; the usual weights are `much`, `some` and `little`. */
export function weightWord(weight: number): WeightWord {
  if (weight <= 0) return 'nothing';
  if (weight < 200) return 'little';
  if (weight < 450) return 'some';
  return weight < 800 ? 'much' : 'most';
}

/** The weights with one of them moved; unchanged where it would leave nothing that counts. */
export function withWeight(weights: FactorWeights, name: FactorName, weight: number): FactorWeights {
  const moved = { ...weights, [name]: Math.min(MOST_WEIGHT, Math.max(0, weight)) };
  return canOrder(moved) ? moved : weights;
}
