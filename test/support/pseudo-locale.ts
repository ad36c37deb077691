/**
 * A language nobody speaks: each message of the interface made longer by two fifths, its vowels under other accents,
 * between brackets, with its placeholders untouched. What is on screen without brackets never went through the messages.
 */
export type Messages = { readonly [key: string]: string | Messages };

export const OPEN = '⟦';
export const CLOSE = '⟧';

const LONGER_BY = 0.4;
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'ä',
  e: 'ë',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  y: 'ÿ',
  A: 'Ä',
  E: 'Ë',
  I: 'Ï',
  O: 'Ö',
  U: 'Ü',
};

export function pseudoText(text: string): string {
  const accented = text
    .split(/(\{\{\w+\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : part.replaceAll(/[aeiouyAEIOU]/g, (letter) => ACCENTED[letter] ?? letter),
    )
    .join('');
  const letters = text.replaceAll(/\{\{\w+\}\}/g, '').length;
  // Words, as a longer language has more of them, so that lines may break as they do in it.
  const more = 'lörëm '
    .repeat(Math.ceil((letters * LONGER_BY) / 6))
    .slice(0, Math.ceil(letters * LONGER_BY))
    .trim();
  return `${OPEN}${accented}${more === '' ? '' : ` ${more}`}${CLOSE}`;
}

export function pseudoLocale(messages: Messages): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoLocale(value),
    ]),
  );
}

/** What is left of a text on screen once everything between brackets, one inside another, is taken out. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === OPEN) depth += 1;
    else if (letter === CLOSE) depth -= 1;
    else if (depth === 0) outside += letter;
  }
  return outside;
}
