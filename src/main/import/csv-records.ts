/**
 * Physical lines to CSV records (RFC 4180), before their fields are read. A quoted field may hold line ends; a quote
 * that is never closed would otherwise swallow the rest of the file. Such a line is refused alone and reading resumes
 * at the next one, so that one slip costs one row.
 */

import { refusal as refusalOf, type RefusalReason } from './refusal.ts';

/** One record as text, at the line where it starts, or why that line is refused. */
export type CsvRecord =
  | { readonly line: number; readonly text: string; readonly refusal?: undefined }
  | { readonly line: number; readonly refusal: RefusalReason };

/** A quoted field longer than this is taken for a quote that was not closed. */
const MAX_LINES_OF_A_RECORD = 100;

const UNCLOSED_QUOTE = refusalOf('quote-unclosed');

interface Line {
  readonly number: number;
  readonly text: string;
}

interface Scan {
  /** Inside quotes at the end of the line; or quotes stand where they cannot. */
  readonly state: 'closed' | 'open' | 'broken';
  readonly delimiters: number;
}

/** Groups lines into records. Feed lines with `push`, then call `end` once. */
export class RecordGrouper {
  readonly #delimiter: string;
  readonly #width: number;
  #queue: Line[] = [];
  #nextLine: number;

  constructor(delimiter: string, width: number, firstLine: number) {
    this.#delimiter = delimiter;
    this.#width = width;
    this.#nextLine = firstLine;
  }

  /** Whether the last record pushed goes on: a quote is open. */
  get isWaiting(): boolean {
    return this.#queue.length > 0;
  }

  /** Lines that somebody else has read. */
  skip(lines: number): void {
    this.#nextLine += lines;
  }

  push(lines: readonly string[]): CsvRecord[] {
    for (const text of lines) {
      this.#queue.push({ number: this.#nextLine, text });
      this.#nextLine += 1;
    }
    return this.#drain(false);
  }

  end(): CsvRecord[] {
    return this.#drain(true);
  }

  #drain(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < this.#queue.length) {
      const first = this.#queue[at] as Line;
      // A blank line is no row, at the end of a file or elsewhere.
      if (first.text.trim() === '') {
        at += 1;
        continue;
      }
      const taken = this.#recordFrom(at, isLast);
      if (taken === 'needs-more') break;
      records.push(taken.record);
      at += taken.lines;
    }
    this.#queue = this.#queue.slice(at);
    return records;
  }

  #recordFrom(start: number, isLast: boolean): { record: CsvRecord; lines: number } | 'needs-more' {
    const first = this.#queue[start] as Line;
    const refuse = (refusal: RefusalReason): { record: CsvRecord; lines: number } => ({
      record: { line: first.number, refusal },
      lines: 1,
    });
    let delimiters = 0;
    let isOpen = false;
    for (let at = start; at < this.#queue.length; at += 1) {
      if (at - start >= MAX_LINES_OF_A_RECORD) return refuse(UNCLOSED_QUOTE);
      const scan = scanLine((this.#queue[at] as Line).text, this.#delimiter, isOpen);
      if (scan.state === 'broken') return refuse(at === start ? refusalOf('quote-misplaced') : UNCLOSED_QUOTE);
      delimiters += scan.delimiters;
      if (scan.state === 'open') {
        isOpen = true;
        continue;
      }
      const lines = at - start + 1;
      if (delimiters + 1 === this.#width) {
        const text = this.#queue
          .slice(start, at + 1)
          .map((line) => line.text)
          .join('\n');
        return { record: { line: first.number, text }, lines };
      }
      return refuse(lines > 1 ? UNCLOSED_QUOTE : refusalOf('field-count', `${delimiters + 1}/${this.#width}`));
    }
    return isLast ? refuse(UNCLOSED_QUOTE) : 'needs-more';
  }
}

/** Where quotes leave the end of a line, and how many delimiters it holds outside them. */
function scanLine(text: string, delimiter: string, isOpen: boolean): Scan {
  let delimiters = 0;
  let at = 0;
  let isInside = isOpen;
  for (;;) {
    if (isInside) {
      const quote = text.indexOf('"', at);
      if (quote === -1) return { state: 'open', delimiters };
      if (text.charAt(quote + 1) === '"') {
        at = quote + 2;
        continue;
      }
      // After a closing quote: blanks, then a delimiter or the end of the line.
      at = quote + 1;
      while (text.charAt(at) === ' ' && delimiter !== ' ') at += 1;
      if (at >= text.length) return { state: 'closed', delimiters };
      if (text.charAt(at) !== delimiter) return { state: 'broken', delimiters };
      isInside = false;
      delimiters += 1;
      at += 1;
    }
    // At the start of a field: only here does a quote open one.
    if (text.charAt(at) === '"') {
      isInside = true;
      at += 1;
      continue;
    }
    const next = text.indexOf(delimiter, at);
    if (next === -1) return { state: 'closed', delimiters };
    delimiters += 1;
    at = next + 1;
  }
}
