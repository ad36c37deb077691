import { join } from 'node:path';
import type { ManifestSource, SourceReport } from '../../../shared/domain/dataset/dataset.schema.ts';
import type { ReferenceRecords } from '../../../shared/domain/dataset/reference-records.ts';
import { localDateAt } from '../../../shared/kernel/local-date.ts';
import type { DatasetJob } from '../jobs.ts';
import { demonstrationSources } from './demonstration-sources.ts';
import { generateDemonstration } from './generate-demonstration.ts';
import { readDemonstrationInputs, type DemonstrationInputs } from './inputs.ts';

/** Always the same demonstration: two workstations started on the same day show the same one. */
const SEED = 1;

/** What the demonstration is made from. */
export function readInputs({
  resourcesDir,
  builtResourcesDir,
}: Pick<DatasetJob, 'resourcesDir' | 'builtResourcesDir'>): Promise<DemonstrationInputs> {
  return readDemonstrationInputs({
    demoDir: join(resourcesDir, 'demo'),
    geographyFile: join(builtResourcesDir, 'geography.json'),
  });
}

/** The records of the demonstration and where they come from: generated establishments on real geography. */
export async function readDemonstration({ resourcesDir, builtResourcesDir, now }: DatasetJob): Promise<{
  readonly records: ReferenceRecords;
  readonly sources: readonly ManifestSource[];
  readonly reports: readonly SourceReport[];
}> {
  const inputs = await readInputs({ resourcesDir, builtResourcesDir });
  const records = generateDemonstration({ ...inputs, seed: SEED, today: localDateAt(now, 'UTC') });
  return { records, sources: demonstrationSources(inputs), reports: [] };
}
