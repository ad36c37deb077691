/** One row of a reference system's test suite, run against our own functions. */
export interface Vector {
  readonly id: string;
  readonly function: string;
  readonly input: unknown;
  readonly expected: unknown;
}

/**
 * - `agreed`: our function gives what the reference gives.
 * - `argued`: it does not, on purpose; a fact other than our own answer explains it, and docs/adr/0008 holds the decision.
 * - `skipped`: there is no such feature here.
 * - `failed`: none of these; a defect.
 */
export type Verdict =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'argued'; readonly deviation: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  | { readonly kind: 'failed' };

export const AGREED: Verdict = { kind: 'agreed' };
export const FAILED: Verdict = { kind: 'failed' };

export function argued(deviation: string): Verdict {
  return { kind: 'argued', deviation };
}

export function skipped(reason: string): Verdict {
  return { kind: 'skipped', reason };
}

export interface VectorReport {
  readonly total: number;
  readonly agreed: number;
  readonly argued: readonly { readonly id: string; readonly deviation: string }[];
  readonly failed: readonly string[];
  readonly skipped: readonly { readonly id: string; readonly reason: string }[];
}

export function toReport(rows: readonly { readonly id: string; readonly verdict: Verdict }[]): VectorReport {
  return {
    total: rows.length,
    agreed: rows.filter(({ verdict }) => verdict.kind === 'agreed').length,
    argued: rows.flatMap(({ id, verdict }) =>
      verdict.kind === 'argued' ? [{ id, deviation: verdict.deviation }] : [],
    ),
    failed: rows.flatMap(({ id, verdict }) => (verdict.kind === 'failed' ? [id] : [])),
    skipped: rows.flatMap(({ id, verdict }) => (verdict.kind === 'skipped' ? [{ id, reason: verdict.reason }] : [])),
  };
}
