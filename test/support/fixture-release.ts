import type { DatasetJob } from '../../src/main/dataset/jobs.ts';
import { runAndLocate, type DatasetJobOptions } from '../../src/main/dataset/run-dataset-job.ts';
import type { WrittenRelease } from '../../src/main/dataset/write-release.ts';
import type { ImportReport } from '../../src/shared/domain/dataset/dataset.schema.ts';
import { BUILT_RESOURCES, FIXTURE_FOLDER, RESOURCES } from './project.ts';
import { tempFolder } from './temp-folder.ts';

/** The day tests happen: nothing they check depends on the real one. */
export const TEST_NOW = Date.UTC(2026, 8, 1, 9, 30);

export interface FixtureRelease {
  /** The reference folder, as a workspace has one. */
  readonly root: string;
  /** The release itself. */
  readonly path: string;
  readonly report: ImportReport;
  cleanup(): void;
}

export function importJob(from: string, root: string): DatasetJob {
  return { kind: 'import', from, root, resourcesDir: RESOURCES, builtResourcesDir: BUILT_RESOURCES, now: TEST_NOW };
}

export function importInto(
  root: string,
  options: { readonly from?: string } & Partial<DatasetJobOptions> = {},
): Promise<{ readonly report: ImportReport; readonly release: WrittenRelease }> {
  const { from = FIXTURE_FOLDER, signal = new AbortController().signal, onProgress = () => undefined } = options;
  return runAndLocate(importJob(from, root), { signal, onProgress });
}

/** The small set of reference files, imported into a temporary folder: once a test file, it takes some 100 ms. */
export async function fixtureRelease(): Promise<FixtureRelease> {
  const { path: root, cleanup } = tempFolder('fixture');
  const { report, release } = await importInto(root);
  return { root, path: release.path, report, cleanup };
}
