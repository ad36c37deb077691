import type {
  ContactModeRecord,
  EstablishmentRecord,
  HiresForecastRecord,
  HirePairRecord,
  MobilityRecord,
  OccupationRecord,
  OccupationTextRecord,
  OccupationTitleRecord,
  PlaceRecord,
  SectorRecord,
  TensionRecord,
} from '../../shared/domain/dataset/reference-records.ts';
import type { SourceName } from '../../shared/domain/dataset/dataset.schema.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { RefusalReason } from './refusal.ts';

/** The record each source produces. */
export interface RecordOfSource {
  readonly 'rome-occupations': OccupationRecord;
  readonly 'rome-titles': OccupationTitleRecord;
  readonly 'rome-mobility': MobilityRecord;
  readonly 'rome-texts': OccupationTextRecord;
  readonly 'naf-labels': SectorRecord;
  readonly 'rome-naf-hires': HirePairRecord;
  readonly 'contact-modes': ContactModeRecord;
  readonly tension: TensionRecord;
  readonly places: PlaceRecord;
  readonly establishments: EstablishmentRecord;
  readonly 'hires-forecast': HiresForecastRecord;
}

export type Delimiter = ',' | ';' | '|' | '\t';

/**
 * Who publishes files of a layout, under which licence, of when: `UNKNOWN` where nothing says it. A name is no proof of a
 * year, anyone can give it to a newer file: years come from `known-files.ts`.
 */
export interface Origin {
  readonly publisher: string;
  readonly licence: string;
  readonly vintage: string;
}
export const UNKNOWN = 'unknown';

/** A row by our column names; an optional column that the file does not have reads as an empty string. */
export type SourceRow<C extends string> = Readonly<Record<C, string>>;

/**
 * One layout of one source: which header it answers to, and what a row of it says. Several layouts may feed the same
 * source; a structure adds its own by adding one.
 */
export interface Source<N extends SourceName = SourceName, C extends string = string> {
  readonly name: N;
  readonly delimiters: readonly Delimiter[];
  /** Our column name → the spellings that files use, compared without case, accents or punctuation. */
  readonly required: Readonly<Partial<Record<C, readonly string[]>>>;
  readonly optional: Readonly<Partial<Record<C, readonly string[]>>>;
  describe(fileName: string): Origin;
  /** The record a row gives, or why it is refused: `refusal()` quotes codes and numbers, never a name. */
  parse(row: SourceRow<C>, line: number): Result<RecordOfSource[N], RefusalReason>;
  /** What a record is about, when a file may speak of it only once: a second row about it is refused. */
  identity?(record: RecordOfSource[N]): string;
  /** Puts together the records that several rows make, when the source cuts them. */
  gather?(records: readonly RecordOfSource[N][]): readonly RecordOfSource[N][];
  /** When the data are of, where the rows say it themselves. */
  vintageOf?(records: readonly RecordOfSource[N][]): string;
}

/** Keeps the column names of a source in its type, so that `parse` cannot read a column that is not declared. */
export function defineSource<N extends SourceName, R extends string, O extends string = never>(source: {
  readonly name: N;
  readonly delimiters: readonly Delimiter[];
  readonly required: Readonly<Record<R, readonly string[]>>;
  readonly optional?: Readonly<Record<O, readonly string[]>>;
  describe(fileName: string): Origin;
  parse(row: SourceRow<R | O>, line: number): Result<RecordOfSource[N], RefusalReason>;
  identity?(record: RecordOfSource[N]): string;
  gather?(records: readonly RecordOfSource[N][]): readonly RecordOfSource[N][];
  vintageOf?(records: readonly RecordOfSource[N][]): string;
}): Source<N, R | O> {
  return { ...source, optional: source.optional ?? {} } as Source<N, R | O>;
}
