import { join } from 'node:path';
import {
  REQUIRED_SOURCES,
  type ImportReport,
  type ManifestSource,
  type Progress,
  type SourceReport,
} from '../../shared/domain/dataset/dataset.schema.ts';
import type { ReferenceRecords } from '../../shared/domain/dataset/reference-records.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { readDemonstrationPeople } from '../demonstration/read-people.use-cases.ts';
import { writePeople } from '../demonstration/write-people.use-cases.ts';
import { readSources, type RegisterColumns } from '../import/import.use-cases.ts';
import { readDemonstration, readInputs } from './demonstration/read-demonstration.ts';
import { readEntryRates } from './entry-rates.ts';
import { readCommuneNames, withOfficialNames } from './commune-names.ts';
import type { DatasetJob, PeopleJob } from './jobs.ts';
import { openCurrentRelease } from './release.use-cases.ts';
import { writeRelease, type WrittenRelease } from './write-release.ts';

export interface DatasetJobOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Reads what a job asks for and publishes it as a release. @throws AppError; the release in use is then untouched */
export async function runDatasetJob(job: DatasetJob, options: DatasetJobOptions): Promise<ImportReport> {
  return (await runAndLocate(job, options)).report;
}

/** The same, with where the release was written: for the command line. */
export async function runAndLocate(
  job: DatasetJob,
  options: DatasetJobOptions,
): Promise<{ readonly report: ImportReport; readonly release: WrittenRelease }> {
  const startedAt = performance.now();
  const elapsedMs = (): number => Math.round(performance.now() - startedAt);
  const read =
    job.kind === 'import' ? await readFolder(job, options) : { ...(await readDemonstration(job)), register: undefined };
  const { sources, reports } = read;
  const release = await writeRelease({
    root: job.root,
    records: read.records,
    register: read.register,
    entryRates: readEntryRates(join(job.resourcesDir, 'tables', 'entry-rates.csv')),
    draft: { kind: job.kind === 'import' ? 'imported' : 'demonstration', sources },
    reports,
    now: job.now,
    elapsedMs,
    ...options,
  });
  if (job.kind === 'demonstration' && job.people !== null) await writeDemonstrationPeople(job, job.people, options);
  const { version, createdOn } = release.manifest;
  return { release, report: { release: { version, createdOn }, sources: reports, ms: elapsedMs() } };
}

async function writeDemonstrationPeople(
  { root, resourcesDir, builtResourcesDir, now }: DatasetJob,
  people: PeopleJob,
  { onProgress }: DatasetJobOptions,
): Promise<void> {
  const today = localDateAt(now, people.timeZone);
  const { occupations } = await readInputs({ resourcesDir, builtResourcesDir });
  const drawn = readDemonstrationPeople({ resourcesDir, occupations: occupations.occupations, today });
  const release = openCurrentRelease(root);
  try {
    await writePeople({ ...people, release, people: drawn, today, now, onProgress });
  } finally {
    release.close();
  }
}

async function readFolder(
  { from, builtResourcesDir }: Extract<DatasetJob, { kind: 'import' }>,
  options: DatasetJobOptions,
): Promise<{
  readonly records: ReferenceRecords;
  readonly register: RegisterColumns;
  readonly sources: readonly ManifestSource[];
  readonly reports: readonly SourceReport[];
}> {
  const { records, register, reports, described } = await readSources(from, options);
  if (reports.length === 0) {
    throw new AppError('NOTHING_RECOGNISED', 'No file of this folder was recognised.');
  }
  const missing = REQUIRED_SOURCES.filter(
    (source) => !reports.some((report) => report.source === source && report.kept > 0),
  );
  if (missing.length > 0) {
    throw new AppError('IMPORT_REFUSED', `Nothing usable was found for: ${missing.join(', ')}.`, { missing });
  }
  const sources = described.map((origin) => {
    const report = reports.find(({ source }) => source === origin.source);
    return { ...origin, read: report?.read ?? 0, kept: report?.kept ?? 0, refused: report?.refused ?? 0 };
  });
  const names = readCommuneNames(join(builtResourcesDir, 'commune-names.json'));
  return { records: { ...records, places: withOfficialNames(records.places, names) }, register, sources, reports };
}
