/** What can still be undone in a file: it outlives the screen, and nobody but whoever did it finds it. */
import { beforeEach, expect, test } from 'vitest';
import { forgetEverybody, forgetFile } from '../../../src/renderer/platform/forgetting.ts';
import { addUndoable, leaveOf, undoablesOf } from '../../../src/renderer/screens/case-file/undo-memory.ts';

const one = { opIds: ['1'], text: 'one' };
const two = { opIds: ['2', '3'], text: 'two' };

beforeEach(() => {
  forgetEverybody();
  addUndoable('a', one);
  addUndoable('a', two);
  addUndoable('b', one);
});

test('each file has its own, first done first', () => {
  expect(undoablesOf('a')).toEqual([one, two]);
  expect(undoablesOf('b')).toEqual([one]);
  expect(undoablesOf('c')).toEqual([]);
});

test('what was undone of several operations is not undone twice, and the rest can be', () => {
  leaveOf('a', two, ['2']);
  expect(undoablesOf('a')).toEqual([one, { opIds: ['2'], text: 'two' }]);
  leaveOf('a', one, []);
  expect(undoablesOf('a')).toEqual([{ opIds: ['2'], text: 'two' }]);
  expect(undoablesOf('b')).toEqual([one]);
});

test('an erased file has none, and nobody has any once the keyboard changed hands', () => {
  forgetFile('a');
  expect(undoablesOf('a')).toEqual([]);
  forgetEverybody();
  expect(undoablesOf('b')).toEqual([]);
});
