import { luhnDigit } from '../../kernel/luhn.ts';

/**
 * SIRETs that cannot be anyone's. A real SIREN and a real SIRET end with a Luhn check digit (INSEE; the only exception
 * is La Poste, whose SIREN is 356000000): here both check digits are wrong by five, so that no number made here can
 * exist in the register, and any tool that checks will say so. They also start with 000 to be recognised by eye.
 */

const SERIALS = 100_000;
/** Coprime with SERIALS: the numbers come in no visible order and never repeat. */
const STRIDE = 7_919;

/** The SIREN of the n-th legal unit, n < 100,000; `offset` makes two seeds differ. */
export function syntheticSiren(n: number, offset: number): string {
  const serial = (n * STRIDE + offset) % SERIALS;
  return withWrongCheckDigit(`000${String(serial).padStart(5, '0')}`);
}

/** The SIRET of the n-th site (from 1) of a legal unit. */
export function syntheticSiret(siren: string, n: number): string {
  return withWrongCheckDigit(`${siren}${String(n).padStart(4, '0')}`);
}

function withWrongCheckDigit(digits: string): string {
  return `${digits}${(luhnDigit(digits) + 5) % 10}`;
}
