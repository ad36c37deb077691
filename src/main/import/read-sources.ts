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
import { RegisterColumns } from './register-columns.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { KNOWN_FILES } from './known-files.ts';
import { readCsv, type ReadCsvOptions } from './read-csv.ts';
import { codeOf, findFiles, type FoundFile, type Recognition } from './recognise.ts';
import { refusal, type RefusalReason } from './refusal.ts';
import { readRegister, type Register } from './read-register.ts';
import { rowMapper } from './row-mapper.ts';
import type { RecordOfSource, Source } from './source.ts';
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
  /** Read again from the bytes of the file each time. */
  readonly establishments: Iterable<RecordOfSource['establishments']>;
  readonly forecasts: readonly RecordOfSource['hires-forecast'][];
}

export interface SourcesRead {
  readonly records: RecordArrays;
  /** The establishments of the records, as columns. */
  readonly register: RegisterColumns;
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
  let register: Register | null = null;
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
    register = reading.register ?? register;
  }
  const { records: establishments, columns } = register ?? { records: [], columns: new RegisterColumns() };
  return { records: { ...byKey(kept), establishments }, register: columns, reports, described };
}

async function filesToRead(folder: string, sources: readonly Source[]): Promise<FileToRead[]> {
  const found = await findFiles(folder, sources);
  const read = found.filter((file): file is FileToRead => file.ignored === null && file.recognition !== null);
  const rank = (file: FileToRead): number => SOURCE_NAMES.indexOf(file.recognition.source.name);
  return read.sort((a, b) => rank(a) - rank(b));
}

type AnyRecord = RecordOfSource[SourceName];

interface Reading {
  readonly records: readonly AnyRecord[];
  /** In place of records, for a register. */
  readonly register: Register | null;
  readonly report: SourceReport;
  readonly sha256: string;
}

async function readFile(
  folder: string,
  { file, recognition: { source, delimiter } }: FileToRead,
  signal: AbortSignal | undefined,
  onProgress: (bytes: number) => void,
): Promise<Reading> {
  const hash = createHash('sha256');
  const ledger = new Ledger();
  const options = {
    ...{ delimiter, signal },
    onBytes: (bytes: Buffer): void => {
      hash.update(bytes);
      onProgress(bytes.length);
    },
  };
  const path = join(folder, file);
  try {
    const register = isRegister(source)
      ? await readRegister(path, source, { ...options, onRefused: (line, reason) => ledger.refuse(line, reason) })
      : null;
    const records = register === null ? await readRecords(path, source, options, ledger) : [];
    const report = ledger.report(source.name, file, register?.columns.count ?? records.length);
    return { records, register, report, sha256: hash.digest('hex') };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = codeOf(cause);
    if (reason === 'unknown') throw cause;
    throw new AppError('FOLDER_UNREADABLE', 'A file of the folder cannot be read', { file, reason });
  }
}

function isRegister(source: Source): source is Source<'establishments'> {
  return source.name === 'establishments';
}

async function readRecords(
  path: string,
  source: Source,
  options: ReadCsvOptions,
  ledger: Ledger,
): Promise<readonly AnyRecord[]> {
  const records: AnyRecord[] = [];
  const firstLines = new Map<string, number>();
  for await (const { header, rows } of readCsv(path, options)) {
    const toRow = rowMapper(source, header);
    for (const row of rows) {
      if (row.refusal !== undefined) {
        ledger.refuse(row.line, row.refusal);
        continue;
      }
      const parsed = source.parse(toRow(row.values), row.line);
      if (!parsed.ok) {
        ledger.refuse(row.line, parsed.error);
        continue;
      }
      const identity = source.identity?.(parsed.value);
      const before = identity === undefined ? undefined : firstLines.get(identity);
      if (before !== undefined) {
        ledger.refuse(row.line, refusal('repeated', String(before)));
        continue;
      }
      if (identity !== undefined) firstLines.set(identity, row.line);
      records.push(parsed.value);
    }
  }
  return records;
}

/** The rows of a file that are not kept: all counted, the first ones told. */
class Ledger {
  readonly #refusals: Refusal[] = [];
  readonly #counts = new Map<RefusalCode, number>();
  #refused = 0;

  refuse(line: number, reason: RefusalReason): void {
    this.#refused += 1;
    this.#counts.set(reason.code, (this.#counts.get(reason.code) ?? 0) + 1);
    if (this.#refusals.length < MAX_REFUSALS) this.#refusals.push({ line, ...reason });
  }

  report(source: SourceName, file: string, kept: number): SourceReport {
    const reasons = [...this.#counts].map(([code, count]) => ({ code, count }));
    const refused = this.#refused;
    return { source, file, read: kept + refused, kept, refused, reasons, refusals: this.#refusals };
  }
}

function byKey(kept: { readonly [N in SourceName]?: readonly RecordOfSource[N][] }): Omit<
  RecordArrays,
  'establishments'
> {
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
    forecasts: kept['hires-forecast'] ?? [],
  };
}
