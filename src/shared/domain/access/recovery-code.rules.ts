/**
 * The recovery code of an account: 140 random bits in 28 characters of Crockford's base 32 (no I, L, O, U), in seven
 * groups of four and a check character each. A check finds every wrong character, every exchange of two neighbours and
 * every group written in the place of another, before a slow derivation says only "no".
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 7;
const DATA_CHARACTERS = 4;
const GROUP_CHARACTERS = DATA_CHARACTERS + 1;

/** Random values from 0 to 31 that a code is made of. */
export const CODE_VALUES = GROUPS * DATA_CHARACTERS;

export type ReadCode =
  { readonly isRead: true; readonly code: string } | { readonly isRead: false; readonly mistypedGroup: number | null };

/** The code of so many random values; extra high bits are left out, so that any byte may be given. */
export function recoveryCode(values: Uint8Array): string {
  if (values.length !== CODE_VALUES) throw new Error(`A code has ${CODE_VALUES} values.`);
  return Array.from({ length: GROUPS }, (_, rank) => {
    const data = [...values.subarray(rank * DATA_CHARACTERS, (rank + 1) * DATA_CHARACTERS)].map((value) => value & 31);
    return [...data, checkOf(data, rank)].map((value) => ALPHABET.charAt(value)).join('');
  }).join('-');
}

/**
 * A code as it was shown, from what was typed: any case, spaces and dashes anywhere, O for 0, I or L for 1. Otherwise the
 * first group that is wrong, from 1, or null when there are too few or too many characters.
 */
export function readRecoveryCode(typed: string): ReadCode {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._·]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (characters.length !== GROUPS * GROUP_CHARACTERS) return { isRead: false, mistypedGroup: null };
  const groups = Array.from({ length: GROUPS }, (_, rank) =>
    characters.slice(rank * GROUP_CHARACTERS, (rank + 1) * GROUP_CHARACTERS),
  );
  const wrong = groups.findIndex((group, rank) => !isWell(group, rank));
  return wrong === -1 ? { isRead: true, code: groups.join('-') } : { isRead: false, mistypedGroup: wrong + 1 };
}

function isWell(group: string, rank: number): boolean {
  const values = Array.from(group, (character) => ALPHABET.indexOf(character));
  return !values.includes(-1) && checkOf(values.slice(0, DATA_CHARACTERS), rank) === values[DATA_CHARACTERS];
}

/**
 * A weighted sum in the field of 32 elements. The weights differ, so that no exchange goes unseen, and the rank is added,
 * so that a group is well in its own place only.
 */
function checkOf(data: readonly number[], rank: number): number {
  // Horner's rule: the weights are the powers of the generator, which differ from each other and from 1.
  return doubled(data.reduce((sum, value) => doubled(sum) ^ value, 0)) ^ (rank + 1);
}

/** Times the generator, modulo x⁵ + x² + 1. */
function doubled(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}
