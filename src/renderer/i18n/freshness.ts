/** How old data are, from what their source says of their date. */

const MONTHS_SAID_OLD = 24;

/** The end of the last period a vintage names: "2021" is December 2021, "2026-06" June 2026. Null when it names none. */
export function lastMonthOf(vintage: string): { readonly year: number; readonly month: number } | null {
  const dates = [...vintage.matchAll(/(?<!\d)((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?(?!\d)/g)];
  let last: { year: number; month: number } | null = null;
  for (const [, year, month] of dates) {
    const candidate = { year: Number(year), month: month === undefined ? 12 : Number(month) };
    if (last === null || candidate.year * 12 + candidate.month > last.year * 12 + last.month) last = candidate;
  }
  return last;
}

export type Freshness =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'recent'; readonly months: number }
  | { readonly kind: 'old'; readonly months: number };

export function freshnessOf(vintage: string, nowMs: number): Freshness {
  const last = lastMonthOf(vintage);
  if (last === null) return { kind: 'unknown' };
  const now = new Date(nowMs);
  const months = Math.max(0, (now.getUTCFullYear() - last.year) * 12 + now.getUTCMonth() + 1 - last.month);
  return { kind: months > MONTHS_SAID_OLD ? 'old' : 'recent', months };
}
