import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affinity,
  HEAD_SHARE,
  headSectors,
  SHRINK_UNDER_HIRES,
  takesPart,
} from '../../../src/shared/domain/market/affinity.rules.ts';

describe('the affinity of a sector with an occupation', () => {
  it('is the plain share of its hires from fifty hires on, whatever its division does', () => {
    expect(affinity({ pair: 20, sector: 50, divisionPair: 0, division: 1000 })).toBe(0.4);
    expect(affinity({ pair: 300, sector: 1000, divisionPair: 999, division: 1000 })).toBe(0.3);
  });

  it('is mixed with the share of the division in proportion to what is missing under fifty hires', () => {
    // 10 hires of 50: a fifth of its own share (0.5), four fifths of the division's (0.1).
    expect(affinity({ pair: 5, sector: 10, divisionPair: 10, division: 100 })).toBeCloseTo(0.18, 12);
  });

  it('is the share of the division for a sector without hires, and nothing where nothing was ever counted', () => {
    expect(affinity({ pair: 0, sector: 0, divisionPair: 30, division: 120 })).toBe(0.25);
    expect(affinity({ pair: 0, sector: 0, divisionPair: 0, division: 0 })).toBe(0);
    expect(affinity({ pair: 10, sector: 25, divisionPair: 0, division: 0 })).toBe(0.2);
  });

  const shares = fc.record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    divisionPair: fc.integer({ min: 0, max: 1000 }),
    division: fc.integer({ min: 1000, max: 5000 }),
  });

  it('does not jump at fifty hires: one hire less moves it by a fiftieth at most', () => {
    fc.assert(
      fc.property(shares, ({ share, ...division }) => {
        const at = (sector: number): number => affinity({ pair: share * sector, sector, ...division });
        expect(Math.abs(at(SHRINK_UNDER_HIRES) - at(SHRINK_UNDER_HIRES - 1))).toBeLessThanOrEqual(1 / 50 + 1e-12);
        expect(Math.abs(at(SHRINK_UNDER_HIRES) - at(SHRINK_UNDER_HIRES - 1e-9))).toBeLessThan(1e-9);
        expect(Math.abs(at(1e-9) - at(0))).toBeLessThan(1e-9);
      }),
    );
  });

  it('stays between its own share and that of the division', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 80 }), ({ share, ...division }, sector) => {
        const divisionShare = division.divisionPair / division.division;
        const value = affinity({ pair: share * sector, sector, ...division });
        expect(value).toBeGreaterThanOrEqual(Math.min(share, divisionShare) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(share, divisionShare) + 1e-12);
      }),
    );
  });
});

describe('the sectors that make most hires of an occupation', () => {
  const hires = fc
    .dictionary(fc.stringMatching(/^\d{4}[A-Z]$/), fc.integer({ min: 0, max: 5000 }), { maxKeys: 30 })
    .map((record) => new Map(Object.entries(record)));

  it('make nine tenths of them, and no longer without the smallest of them', () => {
    fc.assert(
      fc.property(hires, (bySector) => {
        const total = [...bySector.values()].reduce((sum, count) => sum + count, 0);
        const head = [...headSectors(bySector)].map((naf) => bySector.get(naf)!);
        const reached = head.reduce((sum, count) => sum + count, 0);
        expect(reached).toBeGreaterThanOrEqual(HEAD_SHARE * total);
        if (head.length > 0) expect(reached - Math.min(...head)).toBeLessThan(HEAD_SHARE * total);
      }),
      { numRuns: 500 },
    );
  });

  it('are the largest ones: none left out hires more than one kept', () => {
    fc.assert(
      fc.property(hires, (bySector) => {
        const head = headSectors(bySector);
        const smallestKept = Math.min(...[...head].map((naf) => bySector.get(naf)!));
        for (const [naf, count] of bySector) {
          if (!head.has(naf)) expect(count).toBeLessThanOrEqual(smallestKept);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same whatever the order of the source, equal counts by code', () => {
    const rows: [string, number][] = [
      ['5610C', 50],
      ['1071C', 50],
      ['4711D', 50],
    ];
    expect([...headSectors(new Map(rows))].sort()).toEqual(['1071C', '4711D', '5610C']);
    const pair: [string, number][] = [
      ['5610C', 5],
      ['1071C', 5],
      ['4711D', 90],
    ];
    expect([...headSectors(new Map(pair))]).toEqual(['4711D']);
    const tie: [string, number][] = [
      ['5610C', 10],
      ['1071C', 10],
      ['4711D', 80],
    ];
    expect([...headSectors(new Map(tie))]).toEqual([...headSectors(new Map([...tie].reverse()))]);
    expect([...headSectors(new Map(tie))]).toEqual(['4711D', '1071C']);
  });

  it('are none for an occupation without hires', () => {
    expect(headSectors(new Map()).size).toBe(0);
    expect(headSectors(new Map([['1071C', 0]])).size).toBe(0);
  });
});

describe('a sector takes part in the list of an occupation', () => {
  // Shares of the public counts of 2016-2017.
  const ofMasons = { naf: '9499Z', isHead: true, pair: 1238, usualShare: 0.0209 };

  it('not by its size alone: associations of all kinds hire masons rarely, and less than others do', () => {
    expect(takesPart({ ...ofMasons, affinity: 0.0066 })).toBe(false);
    expect(takesPart({ ...ofMasons, affinity: 0.4391 })).toBe(true);
  });

  it('when one hire in eighty is for it, however usual the occupation is: hospitals hire cooks', () => {
    expect(takesPart({ naf: '8610Z', isHead: true, pair: 1455, usualShare: 0.0298, affinity: 0.0139 })).toBe(true);
    expect(takesPart({ ...ofMasons, affinity: 0.0125, usualShare: 0.2 })).toBe(true);
    expect(takesPart({ ...ofMasons, affinity: 0.0124, usualShare: 0.2 })).toBe(false);
  });

  it('when the occupation is rare and it hires it as much as others do', () => {
    expect(takesPart({ ...ofMasons, affinity: 0.0003, usualShare: 0.0004 })).toBe(true);
  });

  it('when it is public administration and among the largest: towns hire masons, in a list of their own', () => {
    expect(takesPart({ ...ofMasons, naf: '8411Z', affinity: 0.0066 })).toBe(true);
    expect(takesPart({ ...ofMasons, naf: '8411Z', affinity: 0.0066, isHead: false })).toBe(false);
  });

  it('out of the largest ones, from 8 in 100 of enough hires to say so', () => {
    const ofSecretaries = { naf: '8422Z', isHead: false, usualShare: 0.0274 };
    expect(takesPart({ ...ofSecretaries, affinity: 0.147, pair: 6 })).toBe(false);
    expect(takesPart({ ...ofSecretaries, affinity: 0.0985, pair: 101 })).toBe(true);
    expect(takesPart({ ...ofSecretaries, affinity: 0.079, pair: 1000 })).toBe(false);
  });
});
