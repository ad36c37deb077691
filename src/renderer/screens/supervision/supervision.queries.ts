import { queryOptions } from '@tanstack/react-query';
import { callQuery } from '../../platform/query-client.ts';

/** Counts move with every file: they are asked anew each time one comes to see them. */
export const supervisionCounts = queryOptions({
  ...callQuery('supervision.counts', {}),
  refetchOnMount: 'always',
});
