import { expect, test } from 'vitest';
import { sheetWays } from '../../../src/renderer/features/sheet/sheet-ways.ts';

test('a sheet is printed first where the two are together, kept first where they are not', () => {
  expect(sheetWays({ isApart: false, isClosed: false })).toEqual(['print', 'pdf', 'photograph', 'keep']);
  expect(sheetWays({ isApart: true, isClosed: false })).toEqual(['keep', 'print', 'pdf']);
});

test('nothing new is kept in a closed file', () => {
  expect(sheetWays({ isApart: false, isClosed: true })).not.toContain('keep');
  expect(sheetWays({ isApart: true, isClosed: true })).toEqual(['print', 'pdf']);
});
