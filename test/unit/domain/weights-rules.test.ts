import { describe, expect, it } from 'vitest';
import { weightsSchema } from '../../../src/shared/domain/suggestion/suggestion.schema.ts';
import {
  canOrder,
  isUsual,
  USUAL_WEIGHTS,
  weightWord,
  withWeight,
} from '../../../src/shared/domain/suggestion/weights.rules.ts';
import { CURRENT_ENGINE } from '../../../src/shared/scoring/engines.ts';

describe('the weights of an order', () => {
  it('are, where nobody moved them, those of the engine in use', () => {
    expect(USUAL_WEIGHTS).toEqual(CURRENT_ENGINE.weights);
    expect(isUsual(CURRENT_ENGINE.weights)).toBe(true);
    expect(isUsual({ ...USUAL_WEIGHTS, size: 150 })).toBe(false);
  });

  it('may leave one factor or two out, and never all three', () => {
    const onlySize = withWeight(withWeight(USUAL_WEIGHTS, 'potential', 0), 'distance', 0);
    expect(onlySize).toEqual({ potential: 0, distance: 0, size: 100 });
    expect(withWeight(onlySize, 'size', 0)).toBe(onlySize);
    expect(canOrder({ potential: 0, distance: 0, size: 0 })).toBe(false);
    expect(weightsSchema.safeParse(onlySize).success).toBe(true);
    expect(weightsSchema.safeParse({ potential: 0, distance: 0, size: 0 }).success).toBe(false);
  });

  it('stay between nothing and a thousand, in whole numbers', () => {
    expect(withWeight(USUAL_WEIGHTS, 'size', 5_000).size).toBe(1_000);
    expect(withWeight(USUAL_WEIGHTS, 'size', -50).size).toBe(0);
    for (const size of [-1, 1_001, 0.5, Number.NaN]) {
      expect(weightsSchema.safeParse({ ...USUAL_WEIGHTS, size }).success).toBe(false);
    }
  });

  it('are said in words that grow with them, the usual ones being a lot, somewhat and a little', () => {
    expect(Object.values(USUAL_WEIGHTS).map(weightWord)).toEqual(['much', 'some', 'little']);
    expect([0, 50, 200, 450, 800, 1_000].map(weightWord)).toEqual([
      'nothing',
      'little',
      'some',
      'much',
      'most',
      'most',
    ]);
  });
});
