/** Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812): payment cards, SIREN, SIRET. */
export function isLuhnValid(digits: string): boolean {
  return Number(digits.at(-1)) === luhnDigit(digits.slice(0, -1));
}

/** The digit that makes these ones Luhn valid. */
export function luhnDigit(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}
