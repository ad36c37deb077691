import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Potential } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { numberText } from '../../i18n/formats.ts';
import { LevelDots, RangeBand } from '../../ui/level-dots.tsx';
import { hiresInterval } from './contribution.ts';

const LEVELS = { less: 1, average: 2, more: 3 } as const;

/** Hires counted or forecast give a range; an estimate gives a word; nothing gives "not enough data", never an empty bar. */
export function PotentialWord({ potential, max }: { readonly potential: Potential; readonly max: number }) {
  const { t, i18n } = useTranslation();
  const { basis, low, high, expected, level } = potential;
  if ((basis === 'counts' || basis === 'forecast') && low !== null && high !== null && expected !== null) {
    const bounds = hiresInterval(low, high);
    const words = { low: numberText(bounds.low, i18n.language), high: numberText(bounds.high, i18n.language) };
    const word = wordOf(t, basis, bounds, words);
    return <RangeBand low={low} high={high} expected={expected} max={max} word={word} />;
  }
  if (basis === 'none' || level === null) return <span className="quiet small">{t('potential.none')}</span>;
  return <LevelDots level={LEVELS[level]} word={t(`potential.${level}`)} />;
}

function wordOf(
  t: TFunction,
  basis: 'counts' | 'forecast',
  { low, high }: { readonly low: number; readonly high: number },
  words: { readonly low: string; readonly high: string },
): string {
  if (high === 0) return t('potential.noHire');
  if (low === high) return t('potential.exactly', words);
  return t(basis === 'forecast' ? 'potential.between' : 'potential.range', words);
}
