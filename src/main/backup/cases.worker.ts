import { serveWithKey } from '../platform/workers/keyed-worker.ts';
import { doCaseJob } from './case-jobs.ts';

serveWithKey(doCaseJob);
