import { fold } from '../../shared/kernel/text.ts';
import type { Source, SourceRow } from './source.ts';

/** Where each column of a source is in a header, whatever the spelling; −1 for an optional one that is not there. */
export function placesIn(source: Source, header: readonly string[]): Readonly<Record<string, number>> {
  const names = header.map(fold);
  return Object.fromEntries(
    Object.entries({ ...source.required, ...source.optional }).map(([column, spellings]) => [
      column,
      names.findIndex((name) => spellings?.some((known) => fold(known) === name)),
    ]),
  );
}

/** Values of a row by our column names, whatever their order and spelling in the file. */
export function rowMapper(source: Source, header: readonly string[]): (values: readonly string[]) => SourceRow<string> {
  const columns = Object.entries(placesIn(source, header));
  return (values) => {
    const row: Record<string, string> = {};
    for (const [column, index] of columns) row[column] = values[index] ?? '';
    return row;
  };
}
