import type { Manifest, ManifestSource } from '../../../shared/domain/dataset/dataset.schema.ts';
import { freshnessOf } from '../../i18n/freshness.ts';

export interface OldSource {
  readonly source: ManifestSource['source'];
  /** Whole years since the end of what the source covers. */
  readonly years: number;
}

export interface SourceAges {
  /** More than twenty-four months, the oldest first; each source once, by its oldest file. */
  readonly old: readonly OldSource[];
  /** How many sources name no date. */
  readonly undated: number;
}

/** What a person should know of how old the data in use are. */
export function sourceAges(sources: Manifest['sources'], now: number): SourceAges {
  const years = new Map<ManifestSource['source'], number>();
  const undated = new Set<ManifestSource['source']>();
  for (const { source, vintage } of sources) {
    const freshness = freshnessOf(vintage, now);
    if (freshness.kind === 'unknown') undated.add(source);
    if (freshness.kind !== 'old') continue;
    years.set(source, Math.max(years.get(source) ?? 0, Math.floor(freshness.months / 12)));
  }
  const old = [...years].map(([source, count]) => ({ source, years: count }));
  return { old: old.toSorted((a, b) => b.years - a.years), undated: undated.size };
}
