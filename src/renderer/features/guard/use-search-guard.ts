import { useEffect, useState } from 'react';
import type { GuardFamily } from '../../../shared/domain/guard/guard.ts';
import { checked } from './guard.queries.ts';

export interface SearchGuard {
  /** These words look for people by their health, beliefs, family or past. */
  readonly isRefused: boolean;
  /** Which families were met; empty when nothing is refused. */
  readonly families: readonly GuardFamily[];
}

const ALLOWED: SearchGuard = { isRefused: false, families: [] };
const ANSWERED_AFTER_MS = 300;

/**
 * Says whether the words of a search box may be searched for. It never makes anyone wait: what is typed is allowed until
 * the core has answered, 300 ms after the last letter; once refused, it stays so until what is typed is known to be allowed.
 *
 * A screen asks it with the text of its box, gives the list `isRefused ? '' : text` (everybody, and not the matches), and
 * says why in the words `errorTitles.SEARCH_REFUSED` and `errors.SEARCH_REFUSED`.
 */
export function useSearchGuard(text: string): SearchGuard {
  const [guard, setGuard] = useState(ALLOWED);
  const words = text.trim();
  useEffect(() => {
    let isLatest = true;
    const ask = async (): Promise<void> => {
      const families = words === '' ? [] : (await checked(words)).findings.map(({ family }) => family);
      if (isLatest) setGuard(families.length === 0 ? ALLOWED : { isRefused: true, families: [...new Set(families)] });
    };
    const timer = window.setTimeout(
      () => {
        // A search is not lost for a check that could not be made.
        ask().catch(() => undefined);
      },
      words === '' ? 0 : ANSWERED_AFTER_MS,
    );
    return () => {
      isLatest = false;
      window.clearTimeout(timer);
    };
  }, [words]);
  return words === '' ? ALLOWED : guard;
}
