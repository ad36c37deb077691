import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_VALUES, readRecoveryCode, recoveryCode } from '../../../src/shared/domain/access/recovery-code.rules.ts';
import { recoveryCodeSchema } from '../../../src/shared/domain/access/access.schema.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc.uint8Array({ minLength: CODE_VALUES, maxLength: CODE_VALUES }).map(recoveryCode);
/** Places of characters, dashes aside. */
const place = fc.nat(34).map((index) => index + Math.floor(index / 5));

const withAt = (text: string, index: number, character: string): string =>
  text.slice(0, index) + character + text.slice(index + 1);

describe('a recovery code', () => {
  it('holds 140 bits in seven groups of five', () => {
    expect(CODE_VALUES * 5).toBe(140);
    fc.assert(fc.property(code, (made) => recoveryCodeSchema.safeParse(made).success));
    expect(() => recoveryCode(new Uint8Array(27))).toThrow(/28 values/);
  });

  it('differs as soon as one of its bits does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: CODE_VALUES, maxLength: CODE_VALUES }), fc.nat(139), (values, bit) => {
        const other = Uint8Array.from(values);
        const rank = Math.floor(bit / 5);
        other[rank] = (other[rank] ?? 0) ^ (1 << (bit % 5));
        expect(recoveryCode(other)).not.toBe(recoveryCode(values));
      }),
    );
  });

  it('is read in any case, with any spaces and dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(
        code,
        fc.boolean(),
        fc.constantFrom(' ', '', '–', ' - ', '\u00a0', '.', '\n'),
        (made, isLow, between) => {
          const likened = made.replaceAll('0', 'O').replace('1', 'I').replace('1', 'l');
          const typed = ` ${likened.replaceAll('-', between)} `;
          expect(readRecoveryCode(isLow ? typed.toLowerCase() : typed)).toEqual({ isRead: true, code: made });
        },
      ),
    );
  });

  it('says in which group one character is wrong', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...Array.from(ALPHABET)), (made, index, character) => {
        fc.pre(made.charAt(index) !== character);
        const group = Math.floor(index / 6) + 1;
        expect(readRecoveryCode(withAt(made, index, character))).toEqual({ isRead: false, mistypedGroup: group });
      }),
    );
  });

  it('says in which group two neighbours were exchanged', () => {
    fc.assert(
      fc.property(code, place, (made, index) => {
        const [one, other] = [made.charAt(index), made.charAt(index + 1)];
        fc.pre(other !== '-' && other !== '' && one !== other);
        const exchanged = withAt(withAt(made, index, other), index + 1, one);
        expect(readRecoveryCode(exchanged)).toMatchObject({ isRead: false, mistypedGroup: Math.floor(index / 6) + 1 });
      }),
    );
  });

  it('is refused when two groups were exchanged', () => {
    fc.assert(
      fc.property(code, fc.nat(6), fc.nat(6), (made, first, second) => {
        fc.pre(first !== second);
        const groups = made.split('-');
        const exchanged = groups.map((group, rank) =>
          rank === first ? groups[second] : rank === second ? groups[first] : group,
        );
        expect(readRecoveryCode(exchanged.join('-')).isRead).toBe(false);
      }),
    );
  });

  it.each(['', '0', 'ABCDE-FGHJK', 'é'.repeat(35), 'U'.repeat(35), '0'.repeat(200)])('is not %j', (typed) => {
    expect(readRecoveryCode(typed).isRead).toBe(false);
  });
});
