/** Where one was when the case files closed: brought back for the same account, and nothing kept of anyone. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  canGo,
  currentLocation,
  forgetWhereabouts,
  forgetWhereAccountsWere,
  go,
  lastFilesSeen,
  rememberWhereabouts,
  takeWhereabouts,
} from '../../../src/renderer/platform/location.ts';

const CAMILLE = 'camille';
const ODILE = 'odile';
const file = (caseId: string) => ({ screen: 'caseFile', caseId, tab: 'notes' }) as const;

beforeEach(() => {
  forgetWhereAccountsWere();
  forgetWhereabouts();
});

describe('where an account was', () => {
  test('is given back once, to this account alone', () => {
    go(file('a'));
    rememberWhereabouts(CAMILLE);
    expect(takeWhereabouts(ODILE)).toBeNull();
    expect(takeWhereabouts(CAMILLE)).toEqual(file('a'));
    expect(takeWhereabouts(CAMILLE)).toBeNull();
  });

  test('is a screen and identifiers: no word typed, no name', () => {
    const view = { text: 'nadia', filter: null, sorting: null, activeId: 'a' } as never;
    go({ screen: 'portfolio', view });
    rememberWhereabouts(CAMILLE);
    expect(takeWhereabouts(CAMILLE)).toEqual({ screen: 'portfolio' });
  });

  test('is forgotten with the workspace it was in', () => {
    go(file('a'));
    rememberWhereabouts(CAMILLE);
    forgetWhereAccountsWere();
    expect(takeWhereabouts(CAMILLE)).toBeNull();
  });

  test('of a file leads back to the list', () => {
    forgetWhereabouts(file('a'));
    expect(currentLocation()).toEqual(file('a'));
    expect(canGo(-1)).toBe(true);
  });
});

describe('the files seen last', () => {
  test('come last first, each once, without the one that is open, and go with whoever leaves', () => {
    for (const caseId of ['a', 'b', 'a', 'c']) go(file(caseId));
    expect(lastFilesSeen()).toEqual(['a', 'b']);
    go({ screen: 'portfolio' });
    expect(lastFilesSeen()).toEqual(['c', 'a', 'b']);
    forgetWhereabouts();
    expect(lastFilesSeen()).toEqual([]);
  });
});
