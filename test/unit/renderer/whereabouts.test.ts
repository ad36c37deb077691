/** Where one was when the case files closed: brought back for the same account, and nothing kept of anyone. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  canGo,
  currentLocation,
  forgetWhereabouts,
  forgetWhereAccountsWere,
  go,
  HOME,
  lastFilesSeen,
  lastPortfolioLocation,
  rememberWhereabouts,
  step,
  takeWhereabouts,
} from '../../../src/renderer/platform/location.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';

const CAMILLE = 'camille';
const ODILE = 'odile';
const file = (caseId: string) => ({ screen: 'caseFile', caseId, tab: 'notes' }) as const;

beforeEach(() => {
  forgetWhereAccountsWere();
  forgetWhereabouts();
});

test('one begins at the day, and the list of people is still a step of the rail away', () => {
  expect(currentLocation()).toEqual({ screen: 'day' });
  expect(lastPortfolioLocation()).toEqual({ screen: 'portfolio' });
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
    step(-1);
    expect(currentLocation()).toMatchObject({ screen: 'portfolio' });
  });

  test('of the day is of the day it is, whatever day was looked at', () => {
    go({ screen: 'day', view: { day: '2026-11-30' as LocalDate, span: 'week', activeId: 'a' } });
    rememberWhereabouts(CAMILLE);
    expect(takeWhereabouts(CAMILLE)).toEqual(HOME);
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
