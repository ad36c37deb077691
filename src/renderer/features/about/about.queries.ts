import { callQuery } from '../../platform/query-client.ts';

export const aboutQuery = callQuery('about.get', {});
