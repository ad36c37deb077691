import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  SOURCE_NAMES,
  type ManifestSource,
  type Progress,
  type Refusal,
  type SourceName,
  type SourceReport,
} from '../../shared/domain/dataset/dataset.schema.ts';
import type { RefusalCode } from '../../shared/domain/dataset/refusal-codes.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { fold } from '../../shared/kernel/text.ts';
import { KNOWN_FILES } from './known-files.ts';
import { readCsv } from './read-csv.ts';
import { codeOf, findFiles, type FoundFile, type Recognition } from './recognise.ts';
import { refusal, type RefusalReason } from './refusal.ts';
import type { RecordOfSource, Source, SourceRow } from './source.ts';
import { ALL_SOURCES } from './sources/all-sources.ts';

/** Refusals kept with their line and reason; beyond, a report would be as long as the file. Counts stay exact. */
export const MAX_REFUSALS = 1000;

export interface ReadSourcesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read of all files, file by file. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly sources?: readonly Source[];
}

/** Where what was read comes from, for the manifest of the release. */
export type DescribedFile = Pick<ManifestSource, 'source' | 'file' | 'publisher' | 'licence' | 'vintage' | 'sha256'>;

export interface RecordArrays {
  readonly occupations: readonly RecordOfSource['rome-occupations'][];
  readonly titles: readonly RecordOfSource['rome-titles'][];
  readonly texts: readonly RecordOfSource['rome-texts'][];
  readonly mobility: readonly RecordOfSource['rome-mobility'][];
  readonly sectors: readonly RecordOfSource['naf-labels'][];
  readonly hirePairs: readonly RecordOfSource['rome-naf-hires'][];
  readonly contactModes: readonly RecordOfSource['contact-modes'][];
  readonly tension: readonly RecordOfSource['tension'][];
  readonly places: readonly RecordOfSource['places'][];
  readonly establishments: readonly RecordOfSource['establishments'][];
  readonly forecasts: readonly RecordOfSource['hires-forecast'][];
}

export interface SourcesRead {
  readonly records: RecordArrays;
  /** One report for each source found, in the order of `SOURCE_NAMES`. */
  readonly reports: readonly SourceReport[];
  readonly described: readonly DescribedFile[];
}

interface FileToRead extends FoundFile {
  readonly recognition: Recognition;
}

/**
 * Reads every recognised file of a folder into records. Nothing is lost on the way: for each source, rows read = rows
 * kept + rows refused. A source without a file gives no record and no report; what is missing is for the caller to say.
 *
 * @throws AppError `CANCELLED` when the signal aborts, `FOLDER_UNREADABLE` when the folder or a file of it is.
 */
export async function readSources(folder: string, options: ReadSourcesOptions = {}): Promise<SourcesRead> {
  const files = await filesToRead(folder, options.sources ?? ALL_SOURCES);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const reports: SourceReport[] = [];
  const described: DescribedFile[] = [];
  const kept: { [N in SourceName]?: readonly RecordOfSource[N][] } = {};
  let done = 0;
  for (const found of files) {
    const { source } = found.recognition;
    const onBytes = (bytes: number): void => {
      done += bytes;
      options.onProgress?.({ step: 'reading', file: found.file, done, total });
    };
    const reading = await readFile(folder, found, options.signal, onBytes);
    reports.push(reading.report);
    described.push({
      source: source.name,
      file: found.file,
      ...source.describe(basename(found.file)),
      ...KNOWN_FILES[reading.sha256],
      ...(source.vintageOf === undefined ? {} : { vintage: source.vintageOf(reading.records) }),
      sha256: reading.sha256,
    });
    Object.assign(kept, { [source.name]: source.gather?.(reading.records) ?? reading.records });
  }
  return { records: byKey(kept), reports, described };
}

async function filesToRead(folder: string, sources: readonly Source[]): Promise<FileToRead[]> {
  const found = await findFiles(folder, sources);
  const read = found.filter((file): file is FileToRead => file.ignored === null && file.recognition !== null);
  const rank = (file: FileToRead): number => SOURCE_NAMES.indexOf(file.recognition.source.name);
  return read.sort((a, b) => rank(a) - rank(b));
}

type AnyRecord = RecordOfSource[SourceName];

async function readFile(
  folder: string,
  { file, recognition: { source, delimiter } }: FileToRead,
  signal: AbortSignal | undefined,
  onProgress: (bytes: number) => void,
): Promise<{ records: AnyRecord[]; report: SourceReport; sha256: string }> {
  const hash = createHash('sha256');
  const records: AnyRecord[] = [];
  const refusals: Refusal[] = [];
  const firstLines = new Map<string, number>();
  const counts = new Map<RefusalCode, number>();
  let refused = 0;
  const refuse = (line: number, reason: RefusalReason): void => {
    refused += 1;
    counts.set(reason.code, (counts.get(reason.code) ?? 0) + 1);
    if (refusals.length < MAX_REFUSALS) refusals.push({ line, ...reason });
  };
  const onBytes = (bytes: Buffer): void => {
    hash.update(bytes);
    onProgress(bytes.length);
  };
  try {
    for await (const { header, rows } of readCsv(join(folder, file), { delimiter, signal, onBytes })) {
      const toRow = rowMapper(source, header);
      for (const row of rows) {
        if (row.refusal !== undefined) {
          refuse(row.line, row.refusal);
          continue;
        }
        const parsed = source.parse(toRow(row.values), row.line);
        if (!parsed.ok) {
          refuse(row.line, parsed.error);
          continue;
        }
        const identity = source.identity?.(parsed.value);
        const before = identity === undefined ? undefined : firstLines.get(identity);
        if (before !== undefined) {
          refuse(row.line, refusal('repeated', String(before)));
          continue;
        }
        if (identity !== undefined) firstLines.set(identity, row.line);
        records.push(parsed.value);
      }
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = codeOf(cause);
    if (reason === 'unknown') throw cause;
    throw new AppError('FOLDER_UNREADABLE', 'A file of the folder cannot be read', { file, reason });
  }
  const read = records.length + refused;
  const reasons = [...counts].map(([code, count]) => ({ code, count }));
  const report = { source: source.name, file, read, kept: records.length, refused, reasons, refusals };
  return { records, report, sha256: hash.digest('hex') };
}

/** Values of a row by our column names, whatever their order and spelling in the file. */
function rowMapper(source: Source, header: readonly string[]): (values: readonly string[]) => SourceRow<string> {
  const names = header.map(fold);
  const columns = Object.entries({ ...source.required, ...source.optional }).map(
    ([column, spellings]) =>
      [column, names.findIndex((name) => spellings?.some((known) => fold(known) === name))] as const,
  );
  return (values) => {
    const row: Record<string, string> = {};
    for (const [column, index] of columns) row[column] = values[index] ?? '';
    return row;
  };
}

function byKey(kept: { readonly [N in SourceName]?: readonly RecordOfSource[N][] }): RecordArrays {
  return {
    occupations: kept['rome-occupations'] ?? [],
    titles: kept['rome-titles'] ?? [],
    texts: kept['rome-texts'] ?? [],
    mobility: kept['rome-mobility'] ?? [],
    sectors: kept['naf-labels'] ?? [],
    hirePairs: kept['rome-naf-hires'] ?? [],
    contactModes: kept['contact-modes'] ?? [],
    tension: kept.tension ?? [],
    places: kept.places ?? [],
    establishments: kept.establishments ?? [],
    forecasts: kept['hires-forecast'] ?? [],
  };
}
