/**
 * The negative binomial law of a count: mean m and size r, variance m + m² ÷ r. It is what a Poisson count becomes when
 * its rate is itself uncertain (a gamma law of shape r); an infinite size is the Poisson law.
 */

/** Coefficients of Lanczos' series (g = 7, nine terms; C. Lanczos, 1964): about fifteen digits for x ≥ ½. */
const LANCZOS = [
  ...[0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059],
  ...[12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7],
];
const HALF_LOG_TWO_PI = 0.9189385332046727;

/** log Γ(x) for x > 0. */
export function logGamma(x: number): number {
  // Below ½ the series loses digits: Γ(x) = Γ(x + 1) ÷ x.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const z = x - 1;
  let sum = LANCZOS[0] as number;
  for (let k = 1; k < LANCZOS.length; k += 1) sum += (LANCZOS[k] as number) / (z + k);
  const t = z + 7.5;
  return HALF_LOG_TWO_PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Above this size the law is the Poisson law to more digits than anything here has. */
const AS_GOOD_AS_POISSON = 1e8;

/** log of the probability of exactly `count`. */
export function logProbability(count: number, mean: number, size: number): number {
  if (mean <= 0) return count === 0 ? 0 : -Infinity;
  if (size > AS_GOOD_AS_POISSON) return count * Math.log(mean) - mean - logGamma(count + 1);
  const none = -size * Math.log1p(mean / size);
  if (count === 0) return none;
  return none + count * Math.log(mean / (size + mean)) + logRising(size, count) - logGamma(count + 1);
}

/** log of size × (size + 1) × … , `count` factors. */
function logRising(size: number, count: number): number {
  if (count > 12) return logGamma(size + count) - logGamma(size);
  let product = 1;
  for (let k = 0; k < count; k += 1) product *= size + k;
  return Math.log(product);
}

/** Probabilities of a count below `count`, and of one up to it. */
export function cumulative(
  count: number,
  mean: number,
  size: number,
): { readonly below: number; readonly upTo: number } {
  const first = firstCount(mean, size);
  let below = 0;
  for (let k = first; k < count; k += 1) below += Math.exp(logProbability(k, mean, size));
  return { below: Math.min(1, below), upTo: Math.min(1, below + Math.exp(logProbability(count, mean, size))) };
}

/** The smallest count that is not exceeded with at least each of the probabilities, given from low to high. */
export function quantiles(probabilities: readonly number[], mean: number, size: number): readonly number[] {
  // An end to the sum, should rounding keep it a hair under a probability: nothing of weight lies beyond.
  const last = Math.ceil(mean + 40 * deviation(mean, size) + 40);
  let count = firstCount(mean, size);
  let upTo = Math.exp(logProbability(count, mean, size));
  return probabilities.map((probability) => {
    while (upTo < probability && count < last) {
      count += 1;
      upTo += Math.exp(logProbability(count, mean, size));
    }
    return count;
  });
}

/** Whole numbers that leave at most half of what is not `level` on each side. */
export function interval(level: number, mean: number, size: number): { readonly low: number; readonly high: number } {
  const [low = 0, high = 0] = quantiles([(1 - level) / 2, (1 + level) / 2], mean, size);
  return { low, high };
}

function deviation(mean: number, size: number): number {
  return Math.sqrt(mean + (mean * mean) / size);
}

/** Counts so far under the mean that they weigh nothing are left out of sums. */
function firstCount(mean: number, size: number): number {
  return Math.max(0, Math.floor(mean - 15 * deviation(mean, size)));
}
