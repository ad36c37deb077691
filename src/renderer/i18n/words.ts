/** Words for the values of the domain that several screens show. */
import type { TFunction } from 'i18next';
import type { CallOutput } from '../../shared/contract/index.ts';
import { type HeadcountBand, headcountRange } from '../../shared/domain/employer/headcount.ts';
import { dayText, monthText, numberText } from './formats.ts';

type Manifest = NonNullable<CallOutput<'workspace.status'>['manifest']>;

/** "10 à 19 salariés". */
export function headcountText(t: TFunction, band: string, language: string): string {
  const range = headcountRange(band as HeadcountBand);
  if (range === null) return t('headcount.unknown');
  if (range.max === 0) return t('headcount.none');
  const min = numberText(range.min, language);
  if (range.min === range.max) return t('headcount.atLeast', { min });
  return t('headcount.range', { min, max: numberText(range.max, language) });
}

/** What the demonstration says of its own data (demonstration-sources.ts): the only vintages that are sentences. */
const DEMONSTRATION_VINTAGES = {
  'Démonstration, données générées': 'vintage.generated',
  'Démonstration, rédigé par le projet': 'vintage.authored',
} as const;

function isDemonstration(vintage: string): vintage is keyof typeof DEMONSTRATION_VINTAGES {
  return vintage in DEMONSTRATION_VINTAGES;
}

/** A vintage as the source gives it, in words where it is a date. */
export function vintageText(t: TFunction, vintage: string, language: string): string {
  if (vintage === '' || vintage === 'unknown') return t('vintage.unknown');
  if (isDemonstration(vintage)) return t(DEMONSTRATION_VINTAGES[vintage]);
  if (/^\d{4}-\d{2}-\d{2}$/.test(vintage)) return dayText(vintage, language);
  if (/^\d{4}-\d{2}$/.test(vintage)) return monthText(vintage, language);
  return vintage;
}

/** Who publishes, in a sentence. */
export function publisherText(t: TFunction, publisher: string): string {
  return publisher === '' || publisher === 'unknown' ? t('data.publisherUnknownLine') : publisher;
}

export function vintageOf(manifest: Manifest, source: Manifest['sources'][number]['source']): string | null {
  return manifest.sources.find((candidate) => candidate.source === source)?.vintage ?? null;
}
