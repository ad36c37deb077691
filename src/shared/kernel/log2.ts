/**
 * Base-2 logarithm from + − × ÷ only. `Math.log2` differs in its last bits between V8 versions, so a score that must
 * recompute to the same bytes may not call it. The mantissa is brought to [√½, √2) by exact divisions by two, then
 * log2(m) = 2/ln 2 · atanh((m−1)/(m+1)) by its series (|z| ≤ 0.172: 12 terms give less than 1e-15).
 *
 * @param value a finite number > 0
 */
export function log2(value: number): number {
  if (!(value > 0) || value === Infinity) throw new RangeError(`log2 needs a finite positive number, got ${value}`);
  let exponent = 0;
  let mantissa = value;
  while (mantissa >= SQRT_TWO) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent -= 1;
  }
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let sum = 0;
  for (let k = 25; k >= 1; k -= 2) sum = sum * square + 1 / k;
  return exponent + sum * z * TWO_OVER_LN_TWO;
}

const SQRT_TWO = 1.4142135623730951;
const SQRT_HALF = 0.7071067811865476;
const TWO_OVER_LN_TWO = 2.8853900817779268;
