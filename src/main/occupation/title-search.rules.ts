import type { OccupationHit } from '../../shared/domain/occupation/occupation.schema.ts';
import { fold } from '../../shared/kernel/text.ts';

/** A title found, with its occupation. */
export interface TitleRow {
  readonly rome: string;
  readonly label: string;
  readonly title: string;
  readonly is_principal: number;
}

/** An occupation that is both close and an evolution is told once, as close. */
export function firstOfEach<T extends { readonly rome: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return rows.filter(({ rome }) => !seen.has(rome) && seen.add(rome));
}

const SMALL_WORDS = new Set([
  'a',
  'au',
  'aux',
  'd',
  'de',
  'des',
  'du',
  'en',
  'et',
  'l',
  'la',
  'le',
  'les',
  'un',
  'une',
]);

/** The words of a search that carry meaning, folded; small words count only when there is nothing else. */
export function searchWords(text: string): readonly string[] {
  const words = fold(text).split(' ').filter(Boolean);
  const meaningful = words.filter((word) => !SMALL_WORDS.has(word));
  return meaningful.length > 0 ? meaningful : words;
}

/** Feminine and plural endings of occupation titles, longest first: "serveuses" and "serveur" share "serv". */
const ENDINGS = [
  'trices',
  'trice',
  'teurs',
  'teur',
  'euses',
  'euse',
  'eurs',
  'eur',
  'ieres',
  'iere',
  'iers',
  'ier',
  'iennes',
  'ienne',
  'ennes',
  'enne',
  'iens',
  'ien',
  'ees',
  'ee',
  'es',
  'e',
  's',
];

export function wordStem(word: string): string {
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 3);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/**
 * Orders the titles found and keeps the best one of each occupation. The label of an occupation is a title too: it is
 * what "secrétariat" or a code is answered with.
 */
export function bestHits(rows: readonly TitleRow[], words: readonly string[], limit: number): readonly OccupationHit[] {
  const labels = firstOfEach(rows)
    .filter((row) => namesOccupation(row, words))
    .map((row): TitleRow => ({ ...row, title: row.label, is_principal: 1 }));
  const scored = [...rows, ...labels]
    .map((row) => ({ row, score: titleScore(row, words) }))
    .sort((a, b) => b.score - a.score || (a.row.title < b.row.title ? -1 : 1));
  return firstOfEach(scored.map(({ row: { rome, label, title } }) => ({ rome, label, title }))).slice(0, limit);
}

/** Whether what was typed is the occupation itself: its code, or whole words of its label. */
function namesOccupation({ rome, label }: TitleRow, words: readonly string[]): boolean {
  const labelWords = fold(label).split(' ');
  return words.every((word) => word === rome.toLowerCase() || labelWords.includes(word));
}

/** Words found in the title itself weigh more than in the label; whole words more than beginnings; short titles first. */
function titleScore({ rome, title, label, is_principal }: TitleRow, words: readonly string[]): number {
  if (title === label && words.length === 1 && rome.toLowerCase() === words[0]) return 100;
  const titleWords = fold(title).split(' ');
  const labelWords = fold(label).split(' ');
  let score = is_principal - titleWords.length * 0.2;
  words.forEach((word, position) => {
    if (titleWords.includes(word)) score += 6;
    else if (titleWords.some((candidate) => candidate.startsWith(word))) score += 4;
    if (labelWords.some((candidate) => candidate.startsWith(word))) score += 2;
    if (position === 0 && titleWords[0]?.startsWith(word) === true) score += 4;
  });
  return score;
}
