/**
 * Lower case, without accents, ligatures or punctuation, single spaces: what two spellings of the same words share.
 * `fold("Saint-Julien-lès-Metz") === "saint julien les metz"`.
 */
export function fold(text: string): string {
  // Most texts of registers have neither accents nor ligatures.
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PLAIN = /^[\s -~]*$/;

/** Compares two strings by code unit, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
