import { describe, expect, it } from 'vitest';
import { seededStream } from '../../../src/shared/kernel/hash.ts';
import { WEIGHTS } from '../../../src/shared/scoring/employers.v1.ts';
import { variedOrder } from '../../../src/shared/scoring/employers.v2.ts';
import {
  BY_CHANCE_Z,
  exposureOf,
  type Exposed,
  FIRST_PAGE,
  gapsOf,
  pageLaw,
  referenceOrder,
  spreadOf,
} from '../../support/exposure.ts';

const CASES = 1_000;
const draw = seededStream(11);
const EMPLOYERS = Array.from({ length: 300 }, (_, index) => ({
  siret: 30_000_000_000_013 + index * 9_973_000_00,
  score: 820 + Math.floor(draw() * 100),
}));
/** Twenty-five points more, twice the weight. */
const CHANCES = EMPLOYERS.map(({ score }) => 2 ** ((score - 920) / 25));

const drawn = (employers: readonly Exposed[], seed: string): readonly Exposed[] =>
  variedOrder(employers, seed, WEIGHTS);

/** As the screen asks for it: a week, and an identifier drawn for the search. */
const seedOf = (index: number): string => `2026-W48 ${(index * 2_654_435_761) % 4_294_967_296}`;

describe('who is seen, of 300 employers within a hundred points, over 1,000 cases', () => {
  it('is who the weights say, in first place and on first pages, within what chance does', () => {
    const exposure = exposureOf(EMPLOYERS, CASES, (all, index) => drawn(all, seedOf(index)));
    const { first, page } = gapsOf(exposure, CHANCES);
    expect(Math.abs(first.z)).toBeLessThan(BY_CHANCE_Z);
    expect(Math.abs(page.z)).toBeLessThan(BY_CHANCE_Z);
  });

  it('would be found out if one employer in ten were drawn as if twice its weight', () => {
    const favoured = new Set(EMPLOYERS.filter((_, place) => place % 10 === 0).map(({ siret }) => siret));
    const exposure = exposureOf(EMPLOYERS, CASES, (all, index) => {
      const asIf = all.map((one) => (favoured.has(one.siret) ? { ...one, score: one.score + 25 } : one));
      return drawn(asIf, seedOf(index));
    });
    expect(gapsOf(exposure, CHANCES).page.z).toBeGreaterThan(BY_CHANCE_Z);
  });

  it('would be found out if twenty-five points were half as strong as they are said to be', () => {
    const exposure = exposureOf(EMPLOYERS, CASES, (all, index) =>
      drawn(
        all.map((one) => ({ ...one, score: one.score / 2 })),
        seedOf(index),
      ),
    );
    const { first, page } = gapsOf(exposure, CHANCES);
    expect(first.z).toBeGreaterThan(BY_CHANCE_Z);
    expect(page.z).toBeGreaterThan(BY_CHANCE_Z);
  });

  it('would be found out if a day had one order for everybody, as the reference has', () => {
    const exposure = exposureOf(EMPLOYERS, CASES, (all, index) => drawn(all, `2026-11-${index % 20}`));
    expect(gapsOf(exposure, CHANCES).page.z).toBeGreaterThan(BY_CHANCE_Z);
  });

  it('is a part of them with the order of the reference, the better ones and those with an address', () => {
    const exposure = exposureOf(EMPLOYERS, CASES, (all, index) =>
      referenceOrder(all, { seed: Math.floor(index / 50), hasEmail: ({ siret }) => siret % 3 === 0 }),
    );
    const own = exposureOf(EMPLOYERS, CASES, (all, index) => drawn(all, seedOf(index)));
    expect(spreadOf(exposure).never).toBeGreaterThan(200);
    expect(spreadOf(own).never).toBe(0);
  });

  it('is a page of chances that add up to the page, none above one', () => {
    for (const weights of [CHANCES, EMPLOYERS.map(() => 1), EMPLOYERS.map((_, place) => (place === 0 ? 1e6 : 1))]) {
      const law = pageLaw(weights.map((weight) => weight / Math.max(...weights)));
      expect(law.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(FIRST_PAGE, 6);
      expect(Math.max(...law)).toBeLessThanOrEqual(1);
    }
  });
});
