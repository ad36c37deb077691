import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease, type Release } from '../../../src/main/dataset/release.use-cases.ts';
import { judge } from '../../../src/main/vectors/labonneboite-search.ts';
import { judgeKept, judgeMapping } from '../../../src/main/vectors/labonneboite.use-cases.ts';
import { readRawPairs, type RawPairs } from '../../../src/main/vectors/raw-pairs.ts';
import type { EmployerPage } from '../../../src/shared/domain/suggestion/suggestion.schema.ts';
import { fixtureRelease, type FixtureRelease } from '../../support/fixture-release.ts';

/** A difference from the reference is a defect unless a fact explains it: each fact is tried here, and its absence. */
const AGREED = { kind: 'agreed' };
const FAILED = { kind: 'failed' };

describe('a sector in the list of an occupation', () => {
  let fixture: FixtureRelease;
  let release: Release;
  let pairs: RawPairs;
  beforeAll(async () => {
    fixture = await fixtureRelease();
    release = openCurrentRelease(fixture.root);
    pairs = readRawPairs(release);
  });
  afterAll(() => {
    release.close();
    fixture.cleanup();
  });

  it('agrees when both say the same', () => {
    expect(judgeMapping(true, true, pairs, { rome: 'D1106', naf: '1071C' })).toEqual(AGREED);
    expect(judgeMapping(false, false, pairs, { rome: 'D1106', naf: '9602A' })).toEqual(AGREED);
  });

  it('may be there against the reference when people were hired, and only then', () => {
    const why = /raw pairs are kept, the reference pruned this one of 760 hires/;
    expect(judgeMapping(true, false, pairs, { rome: 'D1106', naf: '4711D' })).toMatchObject({
      kind: 'argued',
      deviation: expect.stringMatching(why) as unknown,
    });
    expect(judgeMapping(true, false, pairs, { rome: 'D1106', naf: '9602A' })).toEqual(FAILED);
  });

  it('may be missing against the reference after nine tenths of the hires and under 8 in 100, and only then', () => {
    // Fast food hires sellers after 96 % of them, and 2 of its hires in 100 are sellers; farms hire none.
    expect(judgeMapping(false, true, pairs, { rome: 'D1106', naf: '5610C' })).toMatchObject({ kind: 'argued' });
    expect(judgeMapping(false, true, pairs, { rome: 'D1106', naf: '0111Z' })).toMatchObject({ kind: 'argued' });
    // Bakeries are the head of the list; grocers are past it, and half of those they hire are sellers.
    expect(judgeMapping(false, true, pairs, { rome: 'D1106', naf: '1071C' })).toEqual(FAILED);
    expect(judgeMapping(false, true, pairs, { rome: 'D1106', naf: '4711B' })).toEqual(FAILED);
  });
});

describe('a list with a bonus', () => {
  const page = (sirets: readonly string[]): EmployerPage =>
    ({ eligible: sirets.length, rows: sirets.map((siret) => ({ siret })) }) as unknown as EmployerPage;
  const verdict = (ours: readonly string[], input: object = { boosted: { a: 'all' } }) =>
    judge(input, { sirets: ['a', 'b'] }, page(ours), () => 'any reason');

  it.each([{ boosted: { a: 'all' } }, { override: { a: { email: 'a@example.com' } } }])('%j moves nobody', (input) => {
    expect(verdict(['a', 'b'], input)).toEqual(AGREED);
    expect(verdict(['b', 'a'], input)).toMatchObject({ kind: 'argued' });
  });

  it.each([[['b']], [['b', 'c']], [['b', 'a', 'c']], [[]]])('explains no other set of offices: %j', (ours) => {
    expect(verdict(ours)).toEqual(FAILED);
  });
});

describe('a row of an establishment with an empty field', () => {
  const counts = (siret: number, x: number, y: number): ReadonlyMap<string, number> =>
    new Map([
      ['siret', siret],
      ['coordinates_x', x],
      ['coordinates_y', y],
    ]);

  it('may be kept without its position, and without nothing else', () => {
    expect(judgeKept(counts(0, 0, 0), 0)).toEqual(AGREED);
    expect(judgeKept(counts(0, 1, 1), 0)).toMatchObject({ kind: 'argued' });
    expect(judgeKept(counts(1, 1, 1), 0)).toEqual(FAILED);
    expect(judgeKept(counts(0, 1, 0), 0)).toEqual(FAILED);
    expect(judgeKept(counts(1, 0, 0), 0)).toEqual(FAILED);
    expect(judgeKept(counts(0, 1, 1), 1)).toEqual(FAILED);
  });
});
