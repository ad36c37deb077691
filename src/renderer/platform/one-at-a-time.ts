import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * Asks one question at a time of what is wanted faster than it can be answered: one is on its way, the newest waits,
 * those between are never asked. Each answer is shown as it comes, and none after a newer one.
 *
 * @param wanted what is wanted at this moment; equal values are the same question
 */
export function useOneAtATime<T, A extends { readonly isFetching: boolean }>(
  wanted: T,
  useAnswer: (asked: T) => A,
): readonly [T, A] {
  const [asked, setAsked] = useState(wanted);
  const answer = useAnswer(asked);
  if (!answer.isFetching && hashKey([asked]) !== hashKey([wanted])) setAsked(wanted);
  return [asked, answer];
}
