import { serveJob } from '../platform/workers/job-worker.ts';
import { runDatasetJob } from './run-dataset-job.ts';

serveJob(runDatasetJob);
