import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../../../src/shared/kernel/hash.ts';
import { WEIGHTS } from '../../../src/shared/scoring/employers.v1.ts';
import {
  doublingGrains,
  ENGINE_VERSION,
  GRAIN,
  leastOnesOf,
  lotOf,
  luckBoundOf,
  luckOf,
  mostLuck,
  ticketOf,
  variedOrder,
} from '../../../src/shared/scoring/employers.v2.ts';

interface Employer {
  readonly siret: number;
  readonly score: number;
}

/** Each of an employer of its own. */
function employersWith(scores: readonly number[]): readonly Employer[] {
  return scores.map((score, index) => ({ siret: 30_000_000_000_013 + index * 791_900_000, score }));
}

const lists = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 60, size: 'max' }).map(employersWith);
const tickets = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.nat(40).map((least) => 0xffffffff - least),
  fc.nat(31).map((bit) => (0xffffffff << bit) >>> 0),
);
const DOUBLING = doublingGrains(WEIGHTS);

describe('the varied order of employers.v2', () => {
  it('is of its version, and doubles a chance every twenty-five points of a thousand', () => {
    expect(ENGINE_VERSION).toBe('employers.v2');
    expect(DOUBLING / GRAIN).toBe(25);
    expect(doublingGrains({ potential: 6_000, distance: 3_000, size: 1_000 }) / GRAIN).toBe(250);
  });

  it('holds the same employers, each once, the same for the same seed whatever the order it starts from', () => {
    fc.assert(
      fc.property(lists, fc.string(), (employers, seed) => {
        const order = variedOrder(employers, seed, WEIGHTS);
        expect([...order].sort((a, b) => a.siret - b.siret)).toEqual(employers);
        expect(variedOrder([...employers].reverse(), seed, WEIGHTS)).toEqual(order);
      }),
    );
  });

  it('changes from one week to the next', () => {
    const employers = employersWith(Array.from({ length: 30 }, (_, index) => 900 - index * 3));
    const orderIn = (week: number): string =>
      variedOrder(employers, `2026-W${week}`, WEIGHTS)
        .map(({ siret }) => siret)
        .join();
    expect(new Set(Array.from({ length: 52 }, (_, week) => orderIn(week))).size).toBe(52);
  });

  it('puts each employer first about as often as its share of the doublings', () => {
    const scores = [800, 790, 775, 775, 750, 700];
    const weights = scores.map((score) => 2 ** (score / 25));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const employers = employersWith(scores);
    const firsts = new Map<number, number>();
    const draws = 6_000;
    for (let seed = 0; seed < draws; seed += 1) {
      const { siret } = variedOrder(employers, `seed ${seed}`, WEIGHTS)[0]!;
      firsts.set(siret, (firsts.get(siret) ?? 0) + 1);
    }
    const chiSquare = employers.reduce((sum, { siret }, index) => {
      const expected = (draws * weights[index]!) / total;
      return sum + ((firsts.get(siret) ?? 0) - expected) ** 2 / expected;
    }, 0);
    // Five degrees of freedom: 25 is beyond one in 5,000.
    expect(chiSquare).toBeLessThan(25);
  });

  it('gives all sites of an employer one luck, so that the best of them is the one that is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.nat(99_999), fc.nat(99_999), (siren, one, other) => {
        expect(lotOf(siren * 1e5 + one)).toBe(lotOf(siren * 1e5 + other));
      }),
    );
    // Sites that a file gives without a SIREN stand alone.
    expect(lotOf(17)).not.toBe(lotOf(18));
  });

  it('has luck that grows with the ticket, under its bounds', () => {
    fc.assert(
      fc.property(tickets, tickets, fc.double({ min: 1, max: 100_000, noNaN: true }), (a, b, doubling) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(luckOf(low, doubling)).toBeLessThanOrEqual(luckOf(high, doubling));
        expect(luckOf(a, doubling)).toBeLessThanOrEqual(luckBoundOf(a, doubling));
        expect(luckOf(a, doubling)).toBeLessThanOrEqual(mostLuck(doubling));
        expect(Math.clz32(~a)).toBeGreaterThanOrEqual(leastOnesOf(luckOf(a, doubling), doubling));
      }),
      { numRuns: 2_000 },
    );
  });

  it('draws these tickets and this luck, to the bit', () => {
    const drawn = ['30000000100013', '55208131766522', '00000000000017'].map((siret) => {
      const ticket = ticketOf(lotOf(Number(siret)), hashText('2026-W48 Été'));
      return [ticket, luckOf(ticket, DOUBLING)];
    });
    expect(drawn).toMatchInlineSnapshot(`
      [
        [
          1588716471,
          -3333,
        ],
        [
          467183257,
          -10741,
        ],
        [
          2917465554,
          5388,
        ],
      ]
    `);
    expect([0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff].map((ticket) => luckOf(ticket, DOUBLING))).toMatchInlineSnapshot(`
      [
        -32284,
        -31830,
        -0,
        197672,
        207816,
      ]
    `);
  });
});
