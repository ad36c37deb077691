import { describe, expect, test } from 'vitest';
import {
  type CaseLine,
  itemOf,
  type OwnEmployer,
  ownKey,
  type SetAsideHere,
  shortName,
  shownOwn,
  standingOf,
  stillHolds,
  withSetAside,
} from '../../../src/renderer/screens/case-file/employers/case-rows.ts';

const line = (key: string): CaseLine => ({ kind: 'own', key, name: key, where: '', approach: '' });
const lines = (keys: string): readonly CaseLine[] => Array.from(keys, line);
const here = (key: string, afterKey: string | null, opIds: readonly string[] = []): SetAsideHere => ({
  line: line(key),
  afterKey,
  opIds,
  revision: 0,
  reasons: [],
  words: '',
});
const keys = (shown: readonly CaseLine[]): string => shown.map(({ key }) => key).join('');

describe('what is set aside during a visit', () => {
  test('keeps its place in the list', () => {
    expect(keys(withSetAside(lines('acd'), [here('b', 'a')]))).toBe('abcd');
    expect(keys(withSetAside(lines('bcd'), [here('a', null)]))).toBe('abcd');
  });

  test('keeps its place when its neighbours were set aside too', () => {
    expect(keys(withSetAside(lines('ad'), [here('b', 'a'), here('c', 'b')]))).toBe('abcd');
    expect(keys(withSetAside(lines('ad'), [here('c', 'gone')]))).toBe('cad');
    expect(keys(withSetAside(lines('ad'), [here('c', 'b'), here('b', 'a')]))).toBe('abcd');
  });

  test('stands once while the list still has it', () => {
    expect(keys(withSetAside(lines('abc'), [here('b', 'a')]))).toBe('abc');
  });

  test('holds until all its decisions were undone', () => {
    expect(stillHolds(here('a', null), new Map())).toBe(true);
    expect(stillHolds(here('a', null, ['one']), new Map([['one', 4]]))).toBe(false);
    expect(stillHolds(here('a', null, ['one', 'two']), new Map([['two', 4]]))).toBe(true);
  });
});

const own = (id: string, at: number, change: object = {}): OwnEmployer =>
  ({ id, at, isWithdrawn: false, name: id, standing: { outcome: null }, ...change }) as unknown as OwnEmployer;

describe('the companies one knows', () => {
  test('come newest first, without those withdrawn or set aside', () => {
    const all = [
      own('old', 1, { standing: { outcome: 'retained' } }),
      own('gone', 2, { isWithdrawn: true }),
      own('aside', 3, { standing: { outcome: 'set-aside' } }),
      own('new', 4),
    ];
    expect(shownOwn(all).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('have the decision taken on them', () => {
    const mine = { ...line(ownKey('mine')) };
    const later = { decisionId: 'd', outcome: 'later', revision: 7, otherSite: null, proposedThisWeek: 0 } as const;
    expect(standingOf(mine, { [mine.key]: later })).toEqual(later);
    expect(standingOf(mine, {})).toMatchObject({ outcome: null, revision: 0 });
    expect(itemOf(mine)).toEqual({ kind: 'own', ownEmployerId: 'mine' });
  });

  test('say who added them without more of the name than needed', () => {
    expect(shortName('Camille Roussel')).toBe('Camille R.');
    expect(shortName('Camille')).toBe('Camille');
  });
});
