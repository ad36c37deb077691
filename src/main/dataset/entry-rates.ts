import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** One published yearly entry rate. Source of each: its own line of `resources/tables/entry-rates.csv`. */
export interface EntryRate {
  readonly nafPrefix: string;
  readonly sectorLabel: string;
  /** Entries in a year over average headcount. */
  readonly rate: number;
  readonly scope: string;
  readonly source: string;
  readonly year: string;
  readonly link: string;
}

/** Reads the authored table. A line without a source, a year, a link or a positive rate is a defect: it throws. */
export function readEntryRates(path: string): readonly EntryRate[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map((row, index) => {
    const { naf_prefix, sector_label, yearly_entry_rate, scope, source, year, link } = row;
    const rate = Number(yearly_entry_rate);
    if (!naf_prefix || !sector_label || !scope || !source || !year || !link?.startsWith('https://') || !(rate > 0)) {
      throw new Error(
        `entry-rates.csv, line ${index + 2}: prefix, label, rate, scope, source, year and link are needed`,
      );
    }
    return { nafPrefix: naf_prefix, sectorLabel: sector_label, rate, scope, source, year, link };
  });
}
