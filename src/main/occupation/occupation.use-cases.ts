import type { Occupation, OccupationHit } from '../../shared/domain/occupation/occupation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { perRelease, type CurrentRelease } from '../dataset/release.use-cases.ts';
import { occupationRepository } from './occupation.repository.ts';
import { bestHits, searchWords, wordStem } from './title-search.rules.ts';

export interface OccupationUseCases {
  search(text: string, limit: number): readonly OccupationHit[];
  /** @throws AppError NOT_FOUND */
  get(rome: string): Occupation;
}

/** Fewer letters begin a title, where there is one that begins so: they are in too many to mean a word of it. */
const LETTERS_OF_A_WORD = 3;

export function makeOccupationUseCases(release: CurrentRelease): OccupationUseCases {
  const occupations = perRelease(release, occupationRepository);
  return {
    search(text, limit) {
      const words = searchWords(text);
      if (words.length === 0) return [];
      if (words.every((word) => word.length < LETTERS_OF_A_WORD)) {
        const begun = occupations().searchTitles(`^${ftsMatch(words)}`);
        if (begun.length > 0) return bestHits(begun, words, limit);
      }
      const asTyped = occupations().searchTitles(ftsMatch(words));
      if (asTyped.length > 0) return bestHits(asTyped, words, limit);
      const stems = words.map(wordStem);
      return bestHits(occupations().searchTitles(ftsMatch(stems)), stems, limit);
    },
    get(rome) {
      const found = occupations().find(rome);
      if (found === null) throw new AppError('NOT_FOUND', 'No occupation has this code.', { rome });
      return found;
    },
  };
}

/** Every word, as a beginning, in any order. Words are letters and digits only (`fold`), so quoting is enough. */
function ftsMatch(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ');
}
