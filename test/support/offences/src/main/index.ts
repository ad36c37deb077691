import { open } from './platform/db/open.ts';

export const opened = open;
