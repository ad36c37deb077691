import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_RADIUS_KM, radiusOf } from '../../../src/shared/domain/job-project/job-project.rules.ts';
import { reachSchema, TRAVEL_MEANS } from '../../../src/shared/domain/job-project/job-project.schema.ts';
import { MAX_RADIUS_KM } from '../../../src/shared/domain/suggestion/suggestion.schema.ts';

const means = fc.subarray([...TRAVEL_MEANS]);
const minutes = fc.integer({ min: 5, max: 180 });
const time = (value: number) => ({ kind: 'time' as const, minutes: value });

describe('the radius that stands for how far a person goes', () => {
  it('is what they said when they said a distance, whatever they travel by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_RADIUS_KM }), means, (km, travel) => {
        expect(radiusOf({ reach: { kind: 'distance', km }, travel })).toBe(km);
      }),
    );
  });

  it('is that of a common search when nothing was said', () => {
    for (const travel of [[], ['car'], ['walking', 'bus']] as const) {
      expect(radiusOf({ reach: null, travel })).toBe(DEFAULT_RADIUS_KM);
    }
  });

  it.each([
    ['forty minutes by car', 40, ['car'], 28],
    ['forty minutes by train', 40, ['train'], 28],
    ['half an hour by bicycle', 30, ['bicycle'], 6],
    ['an hour by bus', 60, ['bus'], 15],
    ['twenty minutes on foot', 20, ['walking'], 1],
    ['five minutes on foot, the least there is', 5, ['walking'], 1],
    ['three hours by car', 180, ['car'], 126],
    ['an hour, not said how', 60, [], 15],
    ['an hour by bus or bicycle: the faster', 60, ['bicycle', 'bus'], 15],
  ] as const)('for %s', (_what, asked, travel, km) => {
    expect(radiusOf({ reach: time(asked), travel })).toBe(km);
  });

  it('is a radius that a list takes: whole, from one kilometre to the widest', () => {
    fc.assert(
      fc.property(minutes, means, (value, travel) => {
        const km = radiusOf({ reach: reachSchema.parse(time(value)), travel });
        expect(Number.isInteger(km)).toBe(true);
        expect(km).toBeGreaterThanOrEqual(1);
        expect(km).toBeLessThanOrEqual(MAX_RADIUS_KM);
      }),
    );
  });

  it('never shrinks with more time or one more means of travel', () => {
    fc.assert(
      fc.property(minutes, minutes, means, fc.constantFrom(...TRAVEL_MEANS), (one, other, travel, added) => {
        const [less, more] = one <= other ? [one, other] : [other, one];
        expect(radiusOf({ reach: time(more), travel })).toBeGreaterThanOrEqual(radiusOf({ reach: time(less), travel }));
        if (travel.length === 0) return;
        const wider = radiusOf({ reach: time(one), travel: [...travel, added] });
        expect(wider).toBeGreaterThanOrEqual(radiusOf({ reach: time(one), travel }));
      }),
    );
  });

  it('does not depend on the order in which the means were said', () => {
    fc.assert(
      fc.property(minutes, means, (value, travel) => {
        const reversed = [...travel].reverse();
        expect(radiusOf({ reach: time(value), travel: reversed })).toBe(radiusOf({ reach: time(value), travel }));
      }),
    );
  });
});
