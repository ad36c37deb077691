/**
 * Months as whole numbers that follow each other: twelve times the year, plus the month from 0. Their remainder by
 * twelve is the month of the year.
 */
export function monthNumber(text: string): number | null {
  const found = /^(\d{4})-(\d{2})$/.exec(text);
  const month = Number(found?.[2]);
  return found === null || month < 1 || month > 12 ? null : Number(found[1]) * 12 + month - 1;
}

/** `YYYY-MM`. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
