/** The rows of a range, in order, and one more that may be far from them. */
export function rangeWith(range: readonly number[], index: number, count: number): number[] {
  if (index < 0 || index >= count || range.includes(index)) return [...range];
  const [first = 0] = range;
  return index < first ? [index, ...range] : [...range, index];
}
