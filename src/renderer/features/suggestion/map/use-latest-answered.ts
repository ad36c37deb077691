import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * While a question changes faster than it is answered, one at a time is asked, and then the last: a radius that is dragged
 * across fifty kilometres asks for a few maps and not for fifty.
 */
export function useLatestAnswered<Q extends { readonly queryKey: readonly unknown[] }>(latest: Q): Q {
  const [asked, setAsked] = useState(latest);
  const isAnswering = useIsFetching({ queryKey: asked.queryKey, exact: true }) > 0;
  const isLatest = JSON.stringify(asked.queryKey) === JSON.stringify(latest.queryKey);
  if (!isLatest && !isAnswering) setAsked(latest);
  return asked;
}
