import { expect, test } from 'vitest';
import { rangeWith } from '../../../src/renderer/ui/virtual-range.ts';

test.each([
  ['above what is seen', 2, [2, 40, 41, 42]],
  ['below it', 90, [40, 41, 42, 90]],
  ['within it', 41, [40, 41, 42]],
  ['beyond a list that was cut short', 100, [40, 41, 42]],
])('the row that Tab leads to is drawn once, in its order: %s', (_where, tabStop, drawn) => {
  expect(rangeWith([40, 41, 42], tabStop, 100)).toEqual(drawn);
});
