import { callQuery } from '../../platform/query-client.ts';

/** The files that are asked about; the day passes while the application is open. */
export const outcomesToAsk = callQuery('outcome.toAsk', {});
