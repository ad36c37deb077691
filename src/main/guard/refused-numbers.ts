import { refusedNumbersIn } from '../../shared/domain/guard/numbers.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

/**
 * What is typed about a person is not kept with their social security number or a payment card in it. The error says
 * which kind of number it is, never the number: it is in the text, which whoever typed it still has.
 *
 * @throws AppError NUMBER_REFUSED
 */
export function assertNoRefusedNumber(texts: readonly string[]): void {
  const numbers = [...new Set(texts.flatMap(refusedNumbersIn).map(({ number }) => number))];
  if (numbers.length > 0)
    throw new AppError('NUMBER_REFUSED', 'A number that no text may hold is written.', { numbers });
}
