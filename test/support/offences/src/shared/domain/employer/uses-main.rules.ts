import { log } from '../../../main/platform/log/log.ts';

export const logged = log;
