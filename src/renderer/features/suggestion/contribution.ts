/** How much a factor counts, in words first: figures come one key deeper. */

export type ContributionWord = 'much' | 'some' | 'little' | 'nothing';

/** By share of the score: half or more "compte beaucoup", a fifth or more "compte", any less "compte un peu". */
export function contributionWord(contribution: number, score: number): ContributionWord {
  if (contribution <= 0 || score <= 0) return 'nothing';
  const share = contribution / score;
  if (share >= 0.5) return 'much';
  return share >= 0.2 ? 'some' : 'little';
}

/** The interval of expected hires in whole people: never narrower than what was computed. */
export function hiresInterval(low: number, high: number): { readonly low: number; readonly high: number } {
  const from = Math.max(0, Math.floor(low + 1e-9));
  return { low: from, high: Math.max(from, Math.ceil(high - 1e-9)) };
}

/** A round end of scale above a value: 3 → 5, 12 → 20. */
export function niceMax(value: number): number {
  if (value <= 1) return 1;
  let step = 1;
  for (;;) {
    for (const factor of [1, 2, 5]) {
      if (value <= step * factor) return step * factor;
    }
    step *= 10;
  }
}

/** The radii worth offering: each brings more than the one before. */
export function usefulRadii<R extends { readonly more: number }>(radii: readonly R[]): readonly R[] {
  return radii.filter(({ more }, index) => more > Math.max(0, ...radii.slice(0, index).map((nearer) => nearer.more)));
}
