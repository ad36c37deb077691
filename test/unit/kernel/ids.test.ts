import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidV7 } from '../../../src/shared/kernel/ids.ts';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
/** Until the year 10889: what 48 bits hold. */
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('an identifier that sorts by time', () => {
  it('is the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(1_645_557_742_000, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('says its version and its variant, whatever the time and the chance', () => {
    fc.assert(
      fc.property(instant, chance, (now, random) => {
        expect(uuidV7(now, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it('sorts by the millisecond it was made in', () => {
    fc.assert(
      fc.property(instant, instant, chance, chance, (one, other, random, otherRandom) => {
        fc.pre(one !== other);
        expect(uuidV7(one, random) < uuidV7(other, otherRandom)).toBe(one < other);
      }),
    );
  });

  it('differs within a millisecond when chance does, and takes no more of it than its ten bytes', () => {
    const zeros = new Uint8Array(10);
    expect(uuidV7(1, zeros)).not.toBe(
      uuidV7(
        1,
        Uint8Array.from({ length: 10 }, (_, index) => (index === 9 ? 1 : 0)),
      ),
    );
    expect(
      uuidV7(
        1,
        Uint8Array.from({ length: 16 }, (_, index) => (index > 9 ? 255 : 0)),
      ),
    ).toBe(uuidV7(1, zeros));
    expect(zeros).toEqual(new Uint8Array(10));
  });
});
