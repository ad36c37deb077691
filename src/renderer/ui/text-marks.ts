/** Words of a text to read again, from one place to another, in UTF-16 units. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  /** What could stand in their place; null when nothing does. */
  readonly suggestion: string | null;
  /** It keeps the text from being validated: keeping it is not offered. */
  readonly isBlocking: boolean;
}

/** What goes with the words that are taken out of a text: the comma and the spaces that would be left of them. */
export function takenOut(text: string, { start, end }: TextMark): { readonly start: number; readonly end: number } {
  const before = /[ \u00a0\u202f]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const beforeComma = /[,;]$/.test(text.slice(0, start - before));
  if (beforeComma) return { start: start - before - 1, end };
  const isFirst = /(?:^|\n)$/.test(text.slice(0, start - before));
  if (!isFirst) return { start: start - before, end };
  return { start, end: end + (/^[ \u00a0\u202f]*[,;]?[ \u00a0\u202f]*/.exec(text.slice(end))?.[0].length ?? 0) };
}

interface Read {
  readonly text: string;
  readonly marks: readonly TextMark[];
}

/**
 * The marks of a text that was read, in the text as it is now: where they were, or as far from the end, so that a line
 * that says them does not come and go at each letter typed before or after.
 */
export function stillThere({ text: read, marks }: Read, text: string): readonly TextMark[] {
  if (text === read) return marks;
  const shift = text.length - read.length;
  return marks.flatMap((mark) => {
    const words = read.slice(mark.start, mark.end);
    const moved = [0, shift].find((by) => text.slice(mark.start + by, mark.end + by) === words && mark.start + by >= 0);
    return moved === undefined ? [] : [{ ...mark, start: mark.start + moved, end: mark.end + moved }];
  });
}
