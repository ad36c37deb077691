import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { GUARD_FAMILIES, REFUSED_NUMBERS } from '../../../shared/domain/guard/guard.ts';
import { TextCheckProvider, type TextChecking } from '../../ui/text-check.tsx';
import type { TextMark } from '../../ui/text-marks.ts';
import { checked } from './guard.queries.ts';

/** Words said in the line at most: the explanation says them all. */
const SAID_AT_MOST = 3;

/** Words to read again, and numbers to take out; a number that a finding holds is said once, as what must go. */
function marksOf({ findings, blocking }: Awaited<ReturnType<typeof checked>>): readonly TextMark[] {
  const numbers = blocking.map(({ start, end, number }) => ({ start, end, kind: number, ...TO_TAKE_OUT }));
  const words = findings
    .filter(({ start, end }) => !blocking.some((number) => start < number.end && number.start < end))
    .map(({ start, end, family, suggestion }) => ({ start, end, kind: family, suggestion, isBlocking: false }));
  return [...words, ...numbers].toSorted((a, b) => a.start - b.start);
}

const TO_TAKE_OUT = { suggestion: null, isBlocking: true } as const;

/** Reads every field of free text again, and says what a note is better without. */
export function NoteGuard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const checking = useMemo((): TextChecking => {
    const quoted = (text: string): string => t('guard.quoted', { text });
    return {
      check: async (text) => marksOf(await checked(text)),
      summary(texts) {
        const said = texts.slice(0, SAID_AT_MOST).map(quoted).join(', ');
        const words = texts.length > SAID_AT_MOST ? t('guard.andMore', { words: said }) : said;
        return t('guard.toRead', { count: texts.length, words });
      },
      quoted,
      reason(kind) {
        const family = GUARD_FAMILIES.find((each) => each === kind);
        if (family !== undefined) return t(`guard.families.${family}`);
        const number = REFUSED_NUMBERS.find((each) => each === kind);
        return number === undefined ? '' : t(`guard.numbers.${number}`);
      },
      words: {
        why: t('guard.why'),
        close: t('guard.close'),
        instead: t('guard.instead'),
        leaveOut: t('guard.leaveOut'),
        tooLong: t('guard.tooLong'),
        remove: t('guard.remove'),
        replace: t('guard.replace'),
        keep: t('guard.keep'),
        note: t('guard.note'),
      },
    };
  }, [t]);
  return <TextCheckProvider checking={checking}>{children}</TextCheckProvider>;
}
