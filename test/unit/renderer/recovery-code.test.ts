import { describe, expect, test } from 'vitest';
import { newPassphraseProblems } from '../../../src/renderer/features/access/new-passphrase.ts';
import { drawnGroup, groupsOf, isSameGroup } from '../../../src/renderer/features/access/recovery-groups.ts';

describe('a code de secours on screen', () => {
  test('is shown in the groups it is made of', () => {
    expect(groupsOf('0A1B2-C3D4E-F5G6H')).toEqual(['0A1B2', 'C3D4E', 'F5G6H']);
  });

  test.each(['0a1b2', ' 0A1B2 ', '0A1-B2', 'OA1B2', 'oalb2', 'OAIB2'])('« %s » is its first group', (typed) => {
    expect(isSameGroup(typed, '0A1B2')).toBe(true);
  });

  test.each(['', '0A1B', '0A1B3', 'C3D4E'])('« %s » is not', (typed) => {
    expect(isSameGroup(typed, '0A1B2')).toBe(false);
  });

  test('any group may be asked, and no other', () => {
    const drawn = [0, 0.2, 0.5, 0.99, 1].map((value) => drawnGroup(7, () => value));
    expect(drawn).toEqual([0, 1, 3, 6, 6]);
  });
});

describe('a new passphrase', () => {
  test.each([
    [{ next: 'court', repeated: 'court' }, { next: 'tooShort' }],
    [{ next: 'celle de maintenant', repeated: 'celle de maintenant' }, { next: 'unchanged' }],
    [{ next: 'une autre phrase', repeated: 'une autre phrse' }, { repeated: 'different' }],
    [{ next: 'une autre phrase', repeated: 'une autre phrase' }, {}],
  ])('%j has the problems %j', (value, problems) => {
    expect(newPassphraseProblems(value, 'celle de maintenant')).toEqual(problems);
  });

  test('has nothing to be unlike where the former one is forgotten', () => {
    expect(newPassphraseProblems({ next: 'une autre phrase', repeated: 'une autre phrase' }, null)).toEqual({});
  });
});
