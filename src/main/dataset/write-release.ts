import { createHash } from 'node:crypto';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport, Manifest, Progress, SourceReport } from '../../shared/domain/dataset/dataset.schema.ts';
import { UNRANKED_REASONS, type UnrankedReason } from '../../shared/domain/employer/employer.schema.ts';
import type { ReferenceRecords } from '../../shared/domain/dataset/reference-records.ts';
import { RegisterColumns } from '../import/import.use-cases.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Position } from '../../shared/kernel/geo.ts';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import { createForBuild, isIntact, openToRead } from '../platform/db/open-database.ts';
import { asDiskError, flushFile, flushFolder } from '../platform/files/atomic-write.ts';
import { employersContentHash } from './employers-content.ts';
import { readEmployersFile, writeEmployersFile } from './employers-file.ts';
import type { EntryRate } from './entry-rates.ts';
import { toEstablishmentRow, type EstablishmentRow } from './establishment-rows.ts';
import { toCommunes } from './place-positions.ts';
import { toEmployerColumns } from './register-rows.ts';
import { REFERENCE_SCHEMA } from './reference-schema.ts';
import { fillReference } from './fill-reference.ts';
import { createStaging, publishStaging, sha256OfFile } from './release-folder.ts';

export type ManifestDraft = Pick<Manifest, 'kind' | 'sources'>;

export interface ReleaseInput {
  /** Reference folder: the release is written beside the current one, then becomes the current one. */
  readonly root: string;
  readonly records: ReferenceRecords;
  /** The establishments of the records in the same order, where reading them made columns of them. */
  readonly register?: RegisterColumns | undefined;
  readonly entryRates: readonly EntryRate[];
  readonly draft: ManifestDraft;
  /** Report kept beside the data, for the screen that shows each refused line. */
  readonly reports: readonly SourceReport[];
  readonly now: number;
  /** Milliseconds since the work began, reading included. */
  elapsedMs(): number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface WrittenRelease {
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Builds, checks and publishes a release. Whatever happens before the last step (cancellation, a full disk, a failed
 * check), the release in use is untouched and the half-built one is removed.
 *
 * @throws AppError CANCELLED, DISK_FULL or IMPORT_REFUSED (a check failed)
 */
export async function writeRelease(input: ReleaseInput): Promise<WrittenRelease> {
  const staging = stagingIn(input.root);
  try {
    const manifest = await buildInto(staging, input);
    await pause(input.signal);
    checkRelease(staging, manifest);
    // On the disk before the pointer names it: after a power cut, what is current is whole.
    for (const { name } of manifest.files) flushFile(join(staging, name));
    flushFile(join(staging, 'manifest.json'));
    flushFolder(staging);
    const path = publishStaging(input.root, staging, manifest.version);
    return { path, manifest };
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw asDiskError(error);
  }
}

/** On a disk that is full to the last block even a folder cannot be made. */
function stagingIn(root: string): string {
  try {
    return createStaging(root);
  } catch (error) {
    throw asDiskError(error);
  }
}

async function buildInto(staging: string, input: ReleaseInput): Promise<Manifest> {
  const { records, onProgress, signal } = input;
  onProgress({ step: 'places', file: null, done: 0, total: 1 });
  await pause(signal);
  const communes = toCommunes(records.places);
  const centres = new Map(communes.map((commune) => [commune.code, commune.position]));
  const centreOf = (code: string): Position | null => centres.get(code) ?? null;
  const forecasts = new Map([...records.forecasts].map((forecast) => [Number(forecast.siret), forecast]));
  const unranked = emptyCounts();
  const register = input.register ?? new RegisterColumns();
  let count = 0;
  function* rows(): Generator<EstablishmentRow> {
    for (const record of records.establishments) {
      const row = toEstablishmentRow(record, centreOf(record.communeCode), forecasts.get(Number(record.siret)));
      if (input.register === undefined) register.push(record);
      if (row.unranked !== null) unranked[row.unranked] += 1;
      count += 1;
      yield row;
    }
  }

  const databaseFile = join(staging, 'reference.sqlite');
  const db = createForBuild(databaseFile);
  let filled;
  try {
    db.exec(REFERENCE_SCHEMA);
    filled = await fillReference(db, { ...input, communes, establishments: rows() }, async (done, total) => {
      onProgress({ step: 'writing', file: null, done, total });
      await pause(signal);
    });
  } finally {
    db.close();
  }
  unranked['same-door'] = filled.sameDoor.size;
  onProgress({ step: 'checking', file: null, done: 0, total: 1 });
  await pause(signal);
  const employersFile = join(staging, 'employers.bin');
  const columns = toEmployerColumns(register, { centreOf, forecasts, sameDoor: filled.sameDoor });
  writeEmployersFile(employersFile, columns);

  const version = createHash('sha256')
    .update(filled.contentHash)
    .update(employersContentHash(columns))
    .update(describedAs(input.draft.sources))
    .digest('hex')
    .slice(0, 12);
  const createdOn = localDateAt(input.now, 'UTC');
  const manifest: Manifest = {
    formatVersion: 2,
    version: `${input.draft.kind === 'demonstration' ? 'demo' : 'r'}-${version}`,
    kind: input.draft.kind,
    createdOn,
    sources: input.draft.sources,
    counts: {
      ...filled.counts,
      establishments: count,
      ranked: columns.count,
      unranked,
    },
    files: [],
  };
  const report: ImportReport = {
    release: { version: manifest.version, createdOn },
    sources: input.reports,
    ms: input.elapsedMs(),
  };
  writeFileSync(join(staging, 'report.json'), JSON.stringify(report));
  const files = ['reference.sqlite', 'employers.bin', 'report.json'].map((name) => {
    const path = join(staging, name);
    return { name, bytes: statSync(path).size, sha256: sha256OfFile(path) };
  });
  const complete: Manifest = { ...manifest, files };
  writeFileSync(join(staging, 'manifest.json'), `${JSON.stringify(complete, null, 2)}\n`);
  return complete;
}

/**
 * What a manifest says of its sources is part of the version: two releases of one content from other files, or of
 * another vintage, are two releases, so that the manifest in use always tells where the data in use come from.
 */
function describedAs(sources: Manifest['sources']): string {
  return JSON.stringify(sources.map((of) => [of.source, of.file, of.publisher, of.licence, of.vintage, of.sha256]));
}

function emptyCounts(): Record<UnrankedReason, number> {
  return Object.fromEntries(UNRANKED_REASONS.map((reason) => [reason, 0])) as Record<UnrankedReason, number>;
}

/** Opens what was written as a reader would. A release that cannot be read back is never published. */
function checkRelease(staging: string, manifest: Manifest): void {
  if (!canBeReadBack(staging, manifest.counts)) {
    throw new AppError('IMPORT_REFUSED', 'The data written could not be read back: nothing was changed.');
  }
}

function canBeReadBack(staging: string, counts: Manifest['counts']): boolean {
  try {
    const db = openToRead(join(staging, 'reference.sqlite'));
    try {
      const establishments = db.prepare('SELECT count(*) FROM establishment').pluck().get();
      const { count } = readEmployersFile(join(staging, 'employers.bin'));
      return isIntact(db) && establishments === counts.establishments && count === counts.ranked;
    } finally {
      db.close();
    }
  } catch {
    // A damaged database throws at the first question: it is not readable, whatever the words.
    return false;
  }
}

/** Lets messages in (a cancellation is one), then stops if asked to. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  if (signal.aborted) throw new AppError('CANCELLED', 'Cancelled: the data in use are unchanged.');
}
