import type { ImportReport, Progress } from '../../shared/domain/dataset/dataset.schema.ts';

/** A long work on the reference data, done beside the core so that the core keeps answering. */
export type DatasetJob =
  | (DatasetJobPlaces & { readonly kind: 'import'; readonly from: string })
  | (DatasetJobPlaces & { readonly kind: 'demonstration'; readonly people: PeopleJob | null });

/** The invented people of the demonstration, written after its companies; null where they are there already. */
export interface PeopleJob {
  /** The folder of the workspace. */
  readonly folder: string;
  readonly timeZone: string;
  /** N of scrypt for their advisors' accounts. */
  readonly cost: number;
}

interface DatasetJobPlaces {
  /** Reference folder the release is written in. */
  readonly root: string;
  readonly resourcesDir: string;
  readonly builtResourcesDir: string;
  readonly now: number;
}

/** Runs a job; tests and the command line run it in place, the application in a worker of its own. */
export type RunDatasetJob = (
  job: DatasetJob,
  options: { readonly signal: AbortSignal; onProgress(progress: Progress): void },
) => Promise<ImportReport>;
