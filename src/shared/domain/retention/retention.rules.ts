import { addDays, localDateAt, type LocalDate } from '../../kernel/local-date.ts';
import type { ErasureWhy, Retention, RetentionClass } from './retention.schema.ts';
import { ERASURE_WHYS } from './retention.ts';

/**
 * How long a file is kept once it is closed, in years: what was written in one's own words two years, the rest with its
 * decisions three, so that a decision can be explained and computed again for as long as its reasons are. Proposals of
 * ours, for the organisation to decide: the law sets a ceiling of twenty years for the information system of the network
 * for employment (Code du travail, R.5312-44) and asks that data be kept no longer than needed (GDPR, 5(1)(e)).
 */
const YEARS: Readonly<Record<RetentionClass, number>> = { words: 2, file: 3 };

/** A copy on a workstation has little use once the person left the portfolio: from then on the advisor may erase it. */
export const TERM_DAYS = 30;

/** The access log: one year, the longest of what the CNIL recommends for such logs (délibération 2021-122). */
export const ACCESS_LOG_YEARS = 1;

/**
 * Beyond so many days after the last thing written, the clock of the workstation is no longer believed: a battery that died
 * may say 2031, and what is erased does not come back. The next thing written makes it believed again.
 */
const CLOCK_BELIEVED_MS = 400 * 86_400_000;

/** A closed file, as its term is counted. */
export interface ClosedFile {
  readonly closedOn: string | null;
  /** The day on which the closing was written: a closing dated long ago erases nothing at once. */
  readonly closedWrittenOn: string | null;
}

/** A file as the store has it, its closing dated in a time zone (IANA name). */
export function closedFileOf(
  { closedOn, closedAt }: { readonly closedOn: string | null; readonly closedAt: number | null },
  timeZone: string,
): ClosedFile {
  return { closedOn, closedWrittenOn: closedAt === null ? null : localDateAt(closedAt, timeZone) };
}

/** What will be erased of a file and when. An open file is never erased. */
export function retentionOf(file: ClosedFile, today: string): Retention {
  const end = endOf(file);
  if (end === null) return { eraseAfter: null, next: [], mayErase: false, whys: [], termFrom: null };
  const termFrom = addDays(end, TERM_DAYS);
  const whys = ERASURE_WHYS.filter((why) => why !== 'term' || termFrom <= today);
  const next = (['words', 'file'] as const).map((what) => ({ what, on: yearsAfter(end, YEARS[what]) }));
  return { eraseAfter: yearsAfter(end, YEARS.file), next, mayErase: true, whys, termFrom };
}

/** Whether a file may be erased today, for that reason. */
export function mayErase(file: ClosedFile, why: ErasureWhy, today: string): boolean {
  return retentionOf(file, today).whys.includes(why);
}

/** What is to be erased of a file today without anybody asking: the whole file, its words, or nothing. */
export function dueErasure(file: ClosedFile, today: string): RetentionClass | null {
  const due = retentionOf(file, today).next.filter(({ on }) => on <= today);
  return due.at(-1)?.what ?? null;
}

/** Whether something may be erased by itself at this instant, after what was written last. */
export function isClockBelieved(now: number, lastWrittenAt: number | null): boolean {
  return lastWrittenAt === null || now - lastWrittenAt <= CLOCK_BELIEVED_MS;
}

/** The day before which something of a file that was closed may be to erase. */
export function firstDue(today: string): LocalDate {
  return yearsAfter(today, -YEARS.words);
}

/** The end of the support, or the day on which it was written where that is later. */
function endOf({ closedOn, closedWrittenOn }: ClosedFile): LocalDate | null {
  if (closedOn === null) return null;
  return (closedWrittenOn !== null && closedWrittenOn > closedOn ? closedWrittenOn : closedOn) as LocalDate;
}

/** The same day so many years later; the first of March for a 29 February where there is none. */
export function yearsAfter(day: string, years: number): LocalDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const wanted = `${year}${day.slice(4)}`;
  const isLeapDay = wanted.endsWith('-02-29');
  const isThere = !isLeapDay || new Date(`${year}-02-29T00:00:00Z`).getUTCDate() === 29;
  return (isThere ? wanted : `${year}-03-01`) as LocalDate;
}
