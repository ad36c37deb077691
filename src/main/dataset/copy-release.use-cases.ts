import type { ReferenceRecords } from '../../shared/domain/dataset/reference-records.ts';
import type { EntryRate } from './entry-rates.ts';
import type { Release } from './release.use-cases.ts';
import { writeRelease } from './write-release.ts';

/** Records of a release without its places and establishments, to make another one around them. */
export type SharedRecords = Omit<ReferenceRecords, 'places' | 'establishments'> & {
  readonly entryRates: readonly EntryRate[];
};

/** Reads back what a release knows of occupations and sectors. */
export function recordsOf({ db }: Release): SharedRecords {
  const all = (sql: string): readonly unknown[] => db.prepare(sql).all();
  return {
    occupations: all('SELECT rome, label FROM occupation') as SharedRecords['occupations'],
    titles: all('SELECT rome, title, is_principal AS isPrincipal FROM occupation_title') as SharedRecords['titles'],
    texts: [],
    mobility: all('SELECT rome, target_rome AS targetRome, kind FROM mobility') as SharedRecords['mobility'],
    sectors: all('SELECT naf, label FROM sector') as SharedRecords['sectors'],
    hirePairs: all('SELECT rome, naf, hires FROM hire_pair') as SharedRecords['hirePairs'],
    contactModes: all(
      'SELECT division, rome, mode FROM contact_mode ORDER BY position',
    ) as SharedRecords['contactModes'],
    tension: [],
    forecasts: [],
    entryRates: all(`SELECT naf_prefix AS nafPrefix, sector_label AS sectorLabel, rate, scope, source, year, link
      FROM entry_rate`) as SharedRecords['entryRates'],
  };
}

/** Publishes records as a release of their own, in a folder of their own. */
export async function publishRecords(
  root: string,
  { entryRates, ...records }: ReferenceRecords & { readonly entryRates: readonly EntryRate[] },
  now: number,
): Promise<void> {
  await writeRelease({
    root,
    records,
    entryRates,
    draft: { kind: 'imported', sources: [] },
    reports: [],
    now,
    elapsedMs: () => 0,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
