import { describe, expect, test, vi } from 'vitest';
import { postcodesText } from '../../../src/renderer/features/place/postcodes.ts';
import { WHOLE_PORTFOLIO } from '../../../src/renderer/features/portfolio/remembered-view.ts';
import {
  DEFAULT_SEARCH,
  isComplete,
  newSeed,
  toQuery,
  withFilter,
  withNewDraw,
  withSubject,
} from '../../../src/renderer/features/suggestion/search.ts';
import {
  canGo,
  currentLocation,
  forgetSearches,
  go,
  isBeside,
  lastEmployersLocation,
  lastPortfolioLocation,
  refine,
  step,
} from '../../../src/renderer/platform/location.ts';
import { isHeld, matches } from '../../../src/renderer/platform/shortcuts.ts';
import { look, openFile } from '../../../src/renderer/screens/portfolio/portfolio-view.ts';

const metz = { communeCode: '57463', name: 'Metz', departement: 'Moselle', postcodes: ['57000'], lat: 49.1, lon: 6.2 };
const sales = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vendeur / Vendeuse en alimentation' };
const asked = { ...DEFAULT_SEARCH, occupation: sales, place: metz };

describe('the history of locations', () => {
  test('goes back and forward, and forgets what was ahead when one goes elsewhere', () => {
    go({ screen: 'data' });
    go({ screen: 'settings' });
    step(-1);
    expect(currentLocation()).toEqual({ screen: 'data' });
    step(1);
    expect(currentLocation()).toEqual({ screen: 'settings' });
    step(-1);
    go({ screen: 'about' });
    expect(canGo(1)).toBe(false);
  });

  test('a refinement is not a step, and the last list is remembered', () => {
    go({ screen: 'employers', search: asked });
    refine({ screen: 'employers', search: { ...asked, radiusKm: 30 } });
    go({ screen: 'data' });
    expect(lastEmployersLocation()).toEqual({ screen: 'employers', search: { ...asked, radiusKm: 30 } });
    step(-1);
    step(-1);
    expect(currentLocation()).toEqual({ screen: 'about' });
  });

  test('somebody is beside in a meeting and on the employers opened from it, and nowhere else', () => {
    const employer = { screen: 'employer', siret: '00000000000001', from: null } as const;
    go({ screen: 'employers', search: asked });
    go(employer);
    expect(isBeside()).toBe(false);
    go({ screen: 'meeting', caseId: 'a', step: 'employers' });
    expect(isBeside()).toBe(true);
    go(employer);
    go({ ...employer, siret: '00000000000002' });
    expect(isBeside()).toBe(true);
    go({ screen: 'caseFile', caseId: 'a', tab: 'summary' });
    expect(isBeside()).toBe(false);
  });

  test('another workspace starts without any search', () => {
    go({ screen: 'employers', search: asked });
    forgetSearches();
    expect(currentLocation()).toEqual({ screen: 'employers' });
    expect(canGo(-1)).toBe(false);
  });
});

describe('a look at the portfolio', () => {
  test('is kept with its place, and changes nothing once a file is open', () => {
    go({ screen: 'portfolio' });
    look({ text: 'payet' });
    openFile('marie-line');
    look({ activeId: 'marie-line' });
    expect(currentLocation()).toEqual({ screen: 'caseFile', caseId: 'marie-line', tab: 'summary' });
    step(-1);
    const view = { ...WHOLE_PORTFOLIO, text: 'payet', activeId: 'marie-line' };
    expect(currentLocation()).toEqual({ screen: 'portfolio', view });
  });

  test('comes back on the row of the file that was opened last, whatever opened it', () => {
    go({ screen: 'portfolio', view: { ...WHOLE_PORTFOLIO, activeId: 'chloe' } });
    go({ screen: 'caseFile', caseId: 'other-chloe', tab: 'summary' });
    const view = { ...WHOLE_PORTFOLIO, activeId: 'other-chloe' };
    expect(lastPortfolioLocation()).toEqual({ screen: 'portfolio', view });
    step(-1);
    expect(currentLocation()).toEqual({ screen: 'portfolio', view });
  });
});

describe('a search', () => {
  test('is complete with an occupation and a place, and asks nothing else of anyone', () => {
    expect(isComplete({ ...DEFAULT_SEARCH, place: metz })).toBe(false);
    if (!isComplete(asked)) throw new Error('It has both.');
    expect(toQuery(asked)).toEqual({
      romes: ['D1106'],
      communeCode: '57463',
      radiusKm: 15,
      group: 'private',
      sections: [],
      sizes: [],
    });
  });

  test('another occupation drops the filters and keeps the radius', () => {
    const filtered = { ...asked, radiusKm: 40, sections: ['G'], activeSiret: '1' };
    const seed: unknown = expect.any(String);
    expect(withSubject(filtered, { place: metz })).toEqual({ ...asked, radiusKm: 40, seed });
  });

  test('draws its order once a question: a filter and a look keep it, asking again does not', () => {
    const first = withSubject(asked, { place: metz });
    expect(withFilter(first, { radiusKm: 40, group: 'public' }).seed).toBe(first.seed);
    const second = withSubject(first, { place: metz });
    expect(second.seed).not.toBe(first.seed);
    const again = withNewDraw({ ...second, order: 'plain', activeSiret: '1', explainedSiret: '1' });
    expect(again).toEqual({ ...second, order: 'spread', seed: again.seed });
    expect(again.seed).not.toBe(second.seed);
  });

  test('a draw names its week, and fits in the question', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 5, 17, 12) });
    expect(newSeed()).toMatch(/^2026-W25 [\da-f-]{36}$/);
    vi.useRealTimers();
    expect(newSeed().length).toBeLessThanOrEqual(64);
  });

  test('a filter closes the explanation and keeps the row', () => {
    const read = { ...asked, activeSiret: '1', explainedSiret: '1' };
    expect(withFilter(read, { radiusKm: 25 })).toEqual({ ...read, radiusKm: 25, explainedSiret: null });
  });
});

describe('the postcodes of a commune', () => {
  test('start with the one being typed, and are few', () => {
    expect(postcodesText(['57000', '57050', '57070'], '5707')).toBe('57070, 57000, 57050');
    expect(postcodesText(['75001', '75002', '75003', '75004'], '')).toBe('75001, 75002, 75003…');
  });
});

describe('a shortcut', () => {
  test('answers to both cases of its letter, and not with Alt', () => {
    const shortcut = { keys: ['o'], label: 'Open' };
    const pressed = { key: 'o', altKey: false, shiftKey: false };
    expect(matches(shortcut, { ...pressed, key: 'O' })).toBe(true);
    expect(matches(shortcut, { ...pressed, altKey: true })).toBe(false);
    expect(matches({ ...shortcut, alt: true }, { ...pressed, altKey: true })).toBe(true);
  });

  test('of a digit answers to its key without Shift on a French keyboard, and to nothing else of that key', () => {
    const shortcut = { keys: ['1'], label: 'First part' };
    const ampersand = { key: '&', code: 'Digit1', altKey: false, shiftKey: false };
    expect(matches(shortcut, ampersand)).toBe(true);
    expect(matches(shortcut, { ...ampersand, key: '1', shiftKey: true })).toBe(true);
    expect(matches(shortcut, { ...ampersand, key: '!', shiftKey: true })).toBe(false);
    expect(matches(shortcut, { ...ampersand, key: 'é', code: 'Digit2' })).toBe(false);
    expect(matches({ keys: ['&'], label: 'And' }, ampersand)).toBe(true);
  });

  test('is pressed once by a key held down, unless it walks', () => {
    const pressed = { altKey: false, shiftKey: false, repeat: true };
    expect(isHeld({ ...pressed, key: 'r' })).toBe(true);
    expect(isHeld({ ...pressed, key: 'ArrowDown' })).toBe(false);
    expect(isHeld({ ...pressed, key: 'r', repeat: false })).toBe(false);
  });

  test('tells Shift apart only where it is said', () => {
    const [plain, shifted] = [false, true].map((shiftKey) => ({ key: 'V', altKey: false, shiftKey }));
    const shortcut = { keys: ['v'], label: 'Order' };
    expect(matches(shortcut, shifted!)).toBe(true);
    expect(matches({ ...shortcut, shift: false }, shifted!)).toBe(false);
    expect(matches({ ...shortcut, shift: false }, plain!)).toBe(true);
    expect(matches({ ...shortcut, shift: true }, plain!)).toBe(false);
  });
});
